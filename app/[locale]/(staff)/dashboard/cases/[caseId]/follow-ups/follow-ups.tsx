import { getLocale, getTranslations } from "next-intl/server";
import { PressForm } from "@/components/cases/press-form";
import { FoldForm } from "@/components/record/fold-form";
import { formatDay, isolate } from "@/components/staff/wording";
import type { Colleague } from "@/lib/cases/types";
import type { FollowUp } from "@/lib/follow-ups/types";
import { isoDay } from "@/lib/time/day";
import { changeFollowUpAction, finishFollowUpAction } from "./actions";
import { foldWords, followUpFields } from "./fields";

type ListProps = { rows: FollowUp[]; colleagues: Colleague[]; today: string; pageHref: string };

/** Follow-ups of one case, each with what can be done with it. */
export function FollowUps({ rows, ...shared }: ListProps) {
  return rows.map((row) => <OneFollowUp key={row.id} row={row} {...shared} />);
}

async function OneFollowUp({
  row,
  colleagues,
  today,
  pageHref,
}: Omit<ListProps, "rows"> & { row: FollowUp }) {
  const [t, locale] = await Promise.all([getTranslations("staff"), getLocale()]);
  const { id, dueOn, doneOn, text, kind, assigneeId } = row;
  const whose = colleagues.find(({ accountId }) => accountId === assigneeId)?.name;
  const overdue = doneOn === null && isoDay(dueOn) < today;
  return (
    <article className="card record-card" id={`follow-up-${id}`}>
      <div className="record-head">
        <h3>
          <time dateTime={isoDay(dueOn)}>{formatDay(locale, dueOn)}</time>
          {kind === "deadline" && <span className="deadline-mark">{t("followUps.deadline")}</span>}
          {overdue && <span className="unread-mark">{t("followUps.overdue")}</span>}
        </h3>
        <p className="help">
          {doneOn
            ? t("followUps.doneOn", { day: formatDay(locale, doneOn) })
            : t("followUps.whose", { name: whose ? isolate(whose) : t("list.nobody") })}
        </p>
      </div>
      <p className="words" dir="auto">
        {text ?? t("case.thread.unreadable")}
      </p>
      {text !== null && <Doing row={row} pageHref={pageHref} />}
    </article>
  );
}

async function Doing({ row, pageHref }: { row: FollowUp; pageHref: string }) {
  const t = await getTranslations("staff");
  const { id, caseId, version, doneOn, dueOn, text } = row;
  const hidden = { caseId, followUpId: id };
  return (
    <>
      <PressForm
        action={finishFollowUpAction}
        hidden={{ ...hidden, version: String(version), done: doneOn ? "no" : "yes" }}
        button={doneOn ? t("followUps.reopen") : t("followUps.finish")}
        pending={t("followUps.saving")}
      />
      {!doneOn && (
        <FoldForm
          id={`change-${id}`}
          action={changeFollowUpAction}
          hidden={hidden}
          seen={String(version)}
          fields={followUpFields(t)}
          values={{ dueOn: isoDay(dueOn), text: text ?? "" }}
          words={foldWords(t, t("followUps.change"))}
          pageHref={pageHref}
        />
      )}
    </>
  );
}
