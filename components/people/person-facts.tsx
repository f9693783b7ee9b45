import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/components/staff/wording";
import type { Person } from "@/lib/people/types";
import { isoDay } from "@/lib/time/day";

/** What a lead knows of somebody. Nothing of how much or when they work. */
export function PersonFacts({ person }: { person: Person }) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const { role, lastSeenOn, recoveryConfirmed, openCases, state } = person;
  return (
    <dl className="pairs person-facts">
      <dt>{t("people.facts.role")}</dt>
      <dd>{t(`account.role.${role}`)}</dd>
      {/* Of somebody who left, when they sign in elsewhere is nobody's business here. */}
      {state !== "left" && (
        <>
          <dt>{t("people.facts.lastSeen")}</dt>
          <dd>
            <time dateTime={isoDay(lastSeenOn)}>{formatDay(locale, lastSeenOn)}</time>
          </dd>
          <dt>{t("people.facts.recovery")}</dt>
          <dd>{recoveryConfirmed ? t("people.facts.recoveryYes") : t("people.facts.recoveryNo")}</dd>
        </>
      )}
      <dt>{t("people.facts.cases")}</dt>
      <dd>{t("people.openCases", { count: openCases, digits: String(openCases) })}</dd>
    </dl>
  );
}
