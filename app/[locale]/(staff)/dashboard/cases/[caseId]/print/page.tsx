import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PrintButton } from "@/components/accounts/print-button";
import { CaseHeader } from "@/components/cases/case-header";
import { DetailsCard } from "@/components/cases/details-card";
import { Notes } from "@/components/cases/notes";
import { ReachCard } from "@/components/cases/reach-card";
import { Thread } from "@/components/cases/thread";
import { PrintedSections } from "@/components/documents/printed-sections";
import { requireDesk } from "@/lib/auth/gates";
import { findCase, listColleagues } from "@/lib/cases/queries";
import { listDocuments } from "@/lib/documents/queries";
import { recordPrint } from "@/lib/exports/commands";
import { listFollowUps } from "@/lib/follow-ups/queries";
import { listReferrals } from "@/lib/referrals/queries";
import { berlinDay } from "@/lib/time/rules";
import { documentSections, recordSections } from "../case-sections";
import { followUpSections, referralSections } from "../course-sections";
import { openRecord } from "../open-record";
import { listsFor } from "../record/lists";

type Params = { params: Promise<{ caseId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.print");
  return { title: t("title") };
}

/** A case as a whole, to be put on paper. Opening this page counts as printing it: nobody can see what comes after. */
export default async function PrintPage({ params }: Params) {
  const desk = await requireDesk();
  const record = await openRecord((await params).caseId);
  const { id } = record.caseFile;
  const now = new Date();
  await recordPrint(desk, id, now);
  const [t, locale, caseFile, documents, { referrals }, followUps, colleagues, lists] = await Promise.all([
    getTranslations("staff"),
    getLocale(),
    findCase(desk, id),
    listDocuments(desk, id),
    listReferrals(desk, id),
    listFollowUps(desk, id),
    listColleagues(desk),
    listsFor(desk),
  ]);
  const told = caseFile.letters.findLast((letter) => letter.details)?.details ?? caseFile.details;
  return (
    <div className="printed">
      <CaseHeader
        caseFile={caseFile}
        assignee={colleagues.find(({ accountId }) => accountId === caseFile.assigneeId)?.name}
        home={`/${locale}/dashboard`}
        today={berlinDay(now)}
      />
      <p className="help not-printed">{t("print.help")}</p>
      <PrintButton label={t("print.button")} />
      <ReachCard caseFile={caseFile} details={told} changedOn={null} />
      <DetailsCard caseFile={caseFile} current={told} earlier={[]} />
      <PrintedSections sections={recordSections({ t, lists }, record)} />
      <PrintedSections sections={referralSections({ t, locale }, referrals)} />
      <Thread caseFile={caseFile} readForm={null} />
      <Notes notes={caseFile.notes} colleagues={colleagues} form={null} />
      <PrintedSections sections={followUpSections({ t, locale }, followUps)} />
      <PrintedSections sections={documentSections(t, documents)} />
    </div>
  );
}
