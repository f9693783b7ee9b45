import { useLocale, useTranslations } from "next-intl";
import { Sayings } from "@/components/settings/sayings";
import { formatMoment, isolate } from "@/components/staff/wording";
import type { Outcome } from "@/lib/record/types";
import { type Lists, labelOf } from "./vocabulary";

type OutcomeProps = { outcomes: Outcome[]; lists: Lists; names: Readonly<Record<string, string>> };

/** What came of the case, each time it was closed. */
export function OutcomeCard({ outcomes, lists, names }: OutcomeProps) {
  const t = useTranslations("staff.record");
  const locale = useLocale();
  return (
    <section className="card record-card" id="outcome" aria-labelledby="outcome-heading">
      <h2 id="outcome-heading">{t("outcome.heading")}</h2>
      {outcomes.map(({ id, outcomes: codes, reason, written: { account, at } }) => (
        <div key={id} className="record-card">
          <Sayings
            sayings={[
              {
                label: t("outcome.outcomes"),
                text: codes.map((code) => labelOf(lists, "outcome", code)).join(", "),
              },
              { label: t("outcome.reason"), text: reason },
            ]}
          />
          <p className="help">
            {t("outcome.by", { name: isolate(names[account] ?? t("unknown")), at: formatMoment(locale, at) })}
          </p>
        </div>
      ))}
    </section>
  );
}
