import { useLocale, useTranslations } from "next-intl";
import { PressForm } from "@/components/cases/press-form";
import type { FormAction } from "@/components/staff/form-state";
import { formatShortDay } from "@/components/staff/wording";
import type { Colleague } from "@/lib/cases/types";
import type { DueFollowUp } from "@/lib/follow-ups/types";
import type { DueReferral } from "@/lib/referrals/types";
import { isoDay } from "@/lib/time/day";

type DueListProps = {
  label: string;
  rows: DueFollowUp[];
  /** Referrals of which an answer is expected by then. */
  referrals: DueReferral[];
  /** The dashboard's address in the reader's language. */
  home: string;
  finish: FormAction;
  /** Whose each of them is, where that is not clear already. */
  colleagues: Colleague[] | null;
};

/** What is due, each with the one thing that is usually done with it. */
export function DueList({ label, rows, referrals, home, finish, colleagues }: DueListProps) {
  const names = colleagues && new Map(colleagues.map(({ accountId, name }) => [accountId, name]));
  const all = [...rows, ...referrals].toSorted((a, b) => Number(a.dueOn) - Number(b.dueOn));
  return (
    <ul className="due-list" aria-label={label}>
      {all.map((row) =>
        isFollowUp(row) ? (
          <DueRow key={row.id} row={row} home={home} finish={finish} names={names} />
        ) : (
          <DueAnswer key={row.id} row={row} home={home} names={names} />
        ),
      )}
    </ul>
  );
}

const isFollowUp = (row: DueFollowUp | DueReferral): row is DueFollowUp => "kind" in row;

type Names = Map<string, string> | null;

/** An answer to a referral that should be there by now. What came of it is recorded with the referral. */
function DueAnswer({ row, home, names }: { row: DueReferral; home: string; names: Names }) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const { caseId, dueOn, number, assigneeId } = row;
  return (
    <li className="due">
      <time dateTime={isoDay(dueOn)}>{formatShortDay(locale, dueOn)}</time>
      <div className="due-what">
        <a href={`${home}/cases/${caseId}/referrals`} data-row="">
          {t("today.referralAnswer")}
        </a>
        <p className="help">
          <a href={`${home}/cases/${caseId}`}>{t("list.caseNumber", { number: String(number) })}</a>
          {names && <bdi>{(assigneeId && names.get(assigneeId)) || t("list.nobody")}</bdi>}
        </p>
      </div>
    </li>
  );
}

type DueRowProps = Pick<DueListProps, "home" | "finish"> & {
  row: DueFollowUp;
  names: Names;
};

function DueRow({ row, home, finish, names }: DueRowProps) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const { id, caseId, dueOn, kind, text, number, version, assigneeId } = row;
  const whose = assigneeId ? names?.get(assigneeId) : undefined;
  return (
    <li className="due">
      <time dateTime={isoDay(dueOn)}>{formatShortDay(locale, dueOn)}</time>
      <div className="due-what">
        <a href={`${home}/cases/${caseId}/follow-ups#follow-up-${id}`} dir="auto" data-row="">
          {text ?? t("case.thread.unreadable")}
        </a>
        <p className="help">
          <a href={`${home}/cases/${caseId}`}>{t("list.caseNumber", { number: String(number) })}</a>
          {kind === "deadline" && <span className="deadline-mark">{t("followUps.deadline")}</span>}
          {names && <bdi>{whose ?? t("list.nobody")}</bdi>}
        </p>
      </div>
      {text !== null && (
        <PressForm
          action={finish}
          hidden={{ caseId, followUpId: id, version: String(version), done: "yes" }}
          button={t("followUps.finish")}
          pending={t("followUps.finishing")}
        />
      )}
    </li>
  );
}
