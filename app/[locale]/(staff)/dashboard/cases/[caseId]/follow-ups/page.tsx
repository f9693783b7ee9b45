import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FoldForm } from "@/components/record/fold-form";
import { requireDesk } from "@/lib/auth/gates";
import { listColleagues } from "@/lib/cases/queries";
import type { Colleague } from "@/lib/cases/types";
import { listFollowUps } from "@/lib/follow-ups/queries";
import { daySchema, deadlineDaysSchema } from "@/lib/follow-ups/schema";
import { berlinDay } from "@/lib/time/rules";
import { CaseFrame } from "../case-frame";
import { openRecord } from "../open-record";
import { addFollowUpAction } from "./actions";
import { Deadlines } from "./deadlines";
import { assigneeField, foldWords, followUpFields } from "./fields";
import { FollowUps } from "./follow-ups";

type PageProps = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { caseFile } = await openRecord((await params).caseId);
  const t = await getTranslations("staff");
  const name = t("list.caseNumber", { number: String(caseFile.number) });
  return { title: `${t("followUps.title")} · ${name}` };
}

/** What is still to be done in a case, and the periods of law that may be running. */
export default async function FollowUpsPage({ params, searchParams }: PageProps) {
  const desk = await requireDesk();
  const { caseFile, parts } = await openRecord((await params).caseId);
  const [{ open, done }, colleagues, t, locale, typed] = await Promise.all([
    listFollowUps(desk, caseFile.id),
    listColleagues(desk),
    getTranslations("staff.followUps"),
    getLocale(),
    searchParams,
  ]);
  const recorded = daySchema.safeParse(parts.incident.values.on).data;
  const days = deadlineDaysSchema.parse({ ...typed, incident: typed.incident ?? recorded });
  const today = berlinDay(new Date());
  const pageHref = `/${locale}/dashboard/cases/${caseFile.id}/follow-ups`;
  return (
    <CaseFrame caseFile={caseFile} colleagues={colleagues} current="followUps">
      <div className="record-cards follow-ups">
        <h2>{t("heading")}</h2>
        {open.length === 0 && <p className="help">{t("empty")}</p>}
        <FollowUps rows={open} colleagues={colleagues} today={today} pageHref={pageHref} />
        <NewFollowUp
          caseId={caseFile.id}
          assignee={caseFile.assigneeId ?? desk.account}
          colleagues={colleagues}
          pageHref={pageHref}
          open={open.length === 0}
        />
        <Deadlines caseId={caseFile.id} days={days} today={today} pageHref={pageHref} />
        {done.length > 0 && (
          <details className="more">
            <summary>{t("done")}</summary>
            <FollowUps rows={done} colleagues={colleagues} today={today} pageHref={pageHref} />
          </details>
        )}
      </div>
    </CaseFrame>
  );
}

type NewProps = {
  caseId: string;
  assignee: string;
  colleagues: Colleague[];
  pageHref: string;
  open: boolean;
};

async function NewFollowUp({ caseId, assignee, colleagues, pageHref, open }: NewProps) {
  const t = await getTranslations("staff");
  // A new id with every page: the same form sent twice stays one follow-up.
  const hidden = { caseId, followUpId: randomUUID() };
  return (
    <FoldForm
      id="new-follow-up"
      action={addFollowUpAction}
      hidden={hidden}
      seen="0"
      fields={[...followUpFields(t), assigneeField(t, colleagues, assignee)]}
      values={{ dueOn: "", text: "", assignee }}
      words={foldWords(t, t("followUps.new"))}
      pageHref={pageHref}
      open={open}
    />
  );
}
