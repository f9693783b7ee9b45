import { useLocale, useTranslations } from "next-intl";
import { BackLink } from "@/components/staff/back-link";
import { daysSince, formatDay, isolate, languageName } from "@/components/staff/wording";
import type { CaseSummary } from "@/lib/cases/types";
import { isoDay } from "@/lib/time/day";
import { COUNSELLING_LANGUAGES } from "@/lib/vocabulary/types";
import { channelName } from "./case-table";
import { StatusMark } from "./status-mark";

type HeaderProps = { caseFile: CaseSummary; assignee: string | undefined; home: string; today: string };

/** What one needs to know before reading on. */
export function CaseHeader({ caseFile, assignee, home, today }: HeaderProps) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const { number, status, language, channel, kind, createdOn, waitingSince, followUpOn } = caseFile;
  const days = waitingSince && daysSince(waitingSince, today);
  return (
    <header className="case-header">
      <BackLink href={`${home}/cases?status=open`}>{t("case.back")}</BackLink>
      <div className="case-title">
        <h1>{t("list.caseNumber", { number: String(number) })}</h1>
        <StatusMark status={status} label={t(`status.${status}`)} />
        {days !== null && (
          <strong className="waiting">
            {days === 0
              ? t("waiting.todayLong")
              : t("waiting.daysLong", { count: days, digits: String(days) })}
          </strong>
        )}
      </div>
      <ul className="facts">
        <li>{languageWords(locale, language)}</li>
        <li>{channelName(t, channel)}</li>
        <li>{t(`kind.${kind}`)}</li>
        <li>
          <time dateTime={isoDay(createdOn)}>
            {t("case.received", { day: formatDay(locale, createdOn) })}
          </time>
        </li>
        {followUpOn && (
          <li>
            <a href={`${home}/cases/${caseFile.id}/follow-ups`}>
              {t("followUps.next", { day: formatDay(locale, followUpOn) })}
            </a>
          </li>
        )}
        <li>{t("case.assignee", { name: assignee ? isolate(assignee) : t("list.nobody") })}</li>
      </ul>
    </header>
  );
}

/** The language in the reader's words and in its own, unless that says the same twice. */
export function languageWords(locale: string, tag: string): string {
  const autonym = COUNSELLING_LANGUAGES[tag];
  const name = languageName(locale, tag, autonym);
  return autonym && autonym !== name ? `${name} (${isolate(autonym)})` : name;
}
