import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { daysSince, formatShortDay, languageName } from "@/components/staff/wording";
import type { CaseSummary, Colleague } from "@/lib/cases/types";
import { isoDay } from "@/lib/time/day";
import { CHANNELS, COUNSELLING_LANGUAGES } from "@/lib/vocabulary/types";
import { ChooseCase } from "./bulk-form";
import { StatusMark } from "./status-mark";

type CaseTableProps = {
  label: string;
  cases: CaseSummary[];
  colleagues: Colleague[];
  /** The dashboard's address in the reader's language. */
  home: string;
  /** The day of the request in Germany. */
  today: string;
  /** Without what is the same for every new enquiry. */
  brief?: boolean;
  /** Which of them can be chosen, inside a BulkForm; without it there is nothing to choose. */
  choosable?: (caseFile: CaseSummary) => boolean;
};

type Words = ReturnType<typeof useTranslations<"staff">>;
type RowProps = {
  caseFile: CaseSummary;
  assignee: string | undefined;
  home: string;
  today: string;
  brief: boolean;
  choosable: CaseTableProps["choosable"];
  locale: string;
  t: Words;
};

/** Cases as rows to scan; on a phone each row becomes a card of the same cells. */
export function CaseTable(props: CaseTableProps) {
  const { label, cases, colleagues, home, today, brief = false, choosable } = props;
  const t = useTranslations("staff");
  const locale = useLocale();
  const names = new Map(colleagues.map(({ accountId, name }) => [accountId, name]));
  return (
    <table className="cases" aria-label={label}>
      <thead>
        <tr>
          {choosable && (
            <td className="cell-choose">
              <span className="sr-only">{t("bulk.column")}</span>
            </td>
          )}
          <th scope="col">{t("list.case")}</th>
          {!brief && <th scope="col">{t("list.status")}</th>}
          <th scope="col">{t("list.language")}</th>
          <th scope="col">{t("list.channel")}</th>
          <th scope="col">{t("list.waiting")}</th>
          <th scope="col" className="head-received">
            {t("list.received")}
          </th>
          {!brief && <th scope="col">{t("list.assignee")}</th>}
        </tr>
      </thead>
      <tbody>
        {cases.map((caseFile) => (
          <CaseRow
            key={caseFile.id}
            caseFile={caseFile}
            assignee={caseFile.assigneeId ? names.get(caseFile.assigneeId) : undefined}
            {...{ home, today, brief, choosable, locale, t }}
          />
        ))}
      </tbody>
    </table>
  );
}

function CaseRow({ caseFile, assignee, home, today, brief, choosable, locale, t }: RowProps) {
  const { id, number, status, language, channel, waitingSince, createdOn, unread } = caseFile;
  return (
    <tr className={unread ? "unread" : undefined}>
      {choosable && (
        <td className="cell-choose">
          {choosable(caseFile) && (
            <ChooseCase
              caseId={id}
              version={caseFile.version}
              label={t("bulk.choose", { number: String(number) })}
            />
          )}
        </td>
      )}
      <th scope="row" className="cell-case">
        <Link href={`${home}/cases/${id}`} prefetch={false} className="row-link" data-row="">
          {t("list.caseNumber", { number: String(number) })}
        </Link>
        {unread && <span className="sr-only"> ({t("list.unread")})</span>}
      </th>
      {!brief && (
        <td className="cell-status">
          <StatusMark status={status} label={t(`status.${status}`)} />
        </td>
      )}
      <td className="cell-language">{languageName(locale, language, COUNSELLING_LANGUAGES[language])}</td>
      <td className="cell-channel">{channelName(t, channel)}</td>
      <td className="cell-waiting">{waitingSince && waitingWords(t, daysSince(waitingSince, today))}</td>
      <td className="cell-received">
        <time dateTime={isoDay(createdOn)}>{formatShortDay(locale, createdOn)}</time>
      </td>
      {!brief && (
        <td className="cell-assignee">
          {assignee ? <bdi>{assignee}</bdi> : <span className="muted">{t("list.nobody")}</span>}
        </td>
      )}
    </tr>
  );
}

export function channelName(t: Words, channel: string): string {
  const known = CHANNELS.find((name) => name === channel);
  return t(`channel.${known ?? "unknown"}`);
}

const waitingWords = (t: Words, days: number): string =>
  days === 0 ? t("waiting.today") : t("waiting.days", { count: days, digits: String(days) });
