import type { useTranslations } from "next-intl";
import { formatDay } from "@/components/staff/wording";
import type { CaseAction } from "@/lib/cases/types";

type Of<Name> = Extract<CaseAction, { action: Name }>;

/** What of a case's history has to do with what is still to be done. */
export type FollowUpAction = Of<
  "followUpAdded" | "followUpChanged" | "followUpDone" | "followUpReopened" | "followUpsGiven"
>;

type Saying = {
  t: ReturnType<typeof useTranslations<"staff">>;
  locale: string;
  name: string;
  nameOf: (account: string) => string;
};

/** Who did what with a follow-up. */
export function followUpSentence(event: FollowUpAction, { t, locale, name, nameOf }: Saying): string {
  switch (event.action) {
    case "followUpAdded":
    case "followUpChanged": {
      const day = formatDay(locale, new Date(event.dueOn));
      return t(`followUps.history.${event.action}`, { name, kind: event.kind, day });
    }
    case "followUpDone":
    case "followUpReopened":
      return t(`followUps.history.${event.action}`, { name, kind: event.kind });
    case "followUpsGiven":
      return t("followUps.history.followUpsGiven", {
        name,
        to: event.to ? nameOf(event.to) : t("list.nobody"),
      });
  }
}
