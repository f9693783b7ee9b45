import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { DetailsCard } from "@/components/cases/details-card";
import { History } from "@/components/cases/history";
import { Notes } from "@/components/cases/notes";
import { ReachCard } from "@/components/cases/reach-card";
import { Thread } from "@/components/cases/thread";
import { Links } from "@/components/merging/links";
import { requireDesk } from "@/lib/auth/gates";
import { findCase, listColleagues } from "@/lib/cases/queries";
import { isOpen } from "@/lib/cases/rules";
import { caseIdSchema } from "@/lib/cases/schema";
import type { CaseFile } from "@/lib/cases/types";
import { AppError } from "@/lib/errors";
import { listLinks } from "@/lib/merging/queries";
import { CaseFrame } from "./case-frame";
import { CloseCase } from "./close-case";
import { Elsewhere } from "./elsewhere";
import { findElsewhere } from "./find-elsewhere";
import { Answer, AssignCase, ChangeStatus, MarkRead, NewNote } from "./forms";
import { listsFor } from "./record/lists";

type Params = { params: Promise<{ caseId: string }> };

type Opened = { caseFile: CaseFile } | { caseId: string; elsewhere: string };

/** The case, once per request. A case of a site that is not one's own is as missing as one that never was. */
const openCase = cache(async (caseId: string): Promise<Opened> => {
  const desk = await requireDesk();
  const id = caseIdSchema.safeParse(caseId);
  if (!id.success) notFound();
  try {
    return { caseFile: await findCase(desk, id.data) };
  } catch (error) {
    if (!(error instanceof AppError && error.code === "notFound")) throw error;
  }
  const elsewhere = await findElsewhere(desk.site, id.data);
  if (!elsewhere) notFound();
  return { caseId: id.data, elsewhere };
});

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const opened = await openCase((await params).caseId);
  const t = await getTranslations("staff.list");
  if ("elsewhere" in opened) return { title: t("case") };
  return { title: t("caseNumber", { number: String(opened.caseFile.number) }) };
}

export default async function CasePage({ params }: Params) {
  const opened = await openCase((await params).caseId);
  if ("elsewhere" in opened) return <Elsewhere site={opened.elsewhere} caseId={opened.caseId} />;
  return <OpenCase caseFile={opened.caseFile} />;
}

async function OpenCase({ caseFile }: { caseFile: CaseFile }) {
  const desk = await requireDesk();
  const [colleagues, links, home, lists, t] = await Promise.all([
    listColleagues(desk),
    listLinks(desk, caseFile.id),
    getLocale().then((locale) => `/${locale}/dashboard`),
    listsFor(desk),
    getTranslations("staff.case"),
  ]);
  const { current, earlier, changedOn } = detailsInOrder(caseFile);
  return (
    <CaseFrame caseFile={caseFile} colleagues={colleagues} current="overview">
      <Links links={links} home={home} />
      <div className="case-columns">
        <div className="case-main">
          <ReachCard caseFile={caseFile} details={current} changedOn={changedOn} />
          <Thread caseFile={caseFile} readForm={<MarkRead caseFile={caseFile} />} />
          <Answer caseFile={caseFile} />
        </div>
        <aside className="case-side" aria-label={t("side")}>
          <section className="card">
            <ChangeStatus caseFile={caseFile} />
            <CloseCase caseFile={caseFile} lists={lists} />
            <AssignCase caseFile={caseFile} colleagues={colleagues} me={desk.account} />
          </section>
          <Notes notes={caseFile.notes} colleagues={colleagues} form={<NewNote caseFile={caseFile} />} />
          <DetailsCard caseFile={caseFile} current={current} earlier={earlier} />
          {isOpen(caseFile.status) && <MergeLink home={home} caseId={caseFile.id} />}
          <History events={caseFile.history} colleagues={colleagues} />
        </aside>
      </div>
    </CaseFrame>
  );
}

async function MergeLink({ home, caseId }: { home: string; caseId: string }) {
  const t = await getTranslations("staff.merge");
  return (
    <p className="further">
      <a href={`${home}/cases/${caseId}/merge`}>{t("link")}</a>
    </p>
  );
}

/** A person may send the form again with other details: the last ones count, the others are kept in sight. */
function detailsInOrder({ details, letters }: CaseFile) {
  const changes = letters.flatMap((letter) =>
    letter.details ? [{ details: letter.details, day: letter.day }] : [],
  );
  const last = changes.at(-1);
  if (!last) return { current: details, earlier: [], changedOn: null };
  const earlier = [details, ...changes.slice(0, -1).map((change) => change.details)].toReversed();
  return { current: last.details, earlier, changedOn: last.day };
}
