import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DocumentList } from "@/components/documents/document-list";
import { TemplateChoice } from "@/components/documents/template-choice";
import { requireDesk } from "@/lib/auth/gates";
import { listColleagues } from "@/lib/cases/queries";
import { listDocuments, listTemplates } from "@/lib/documents/queries";
import { CaseFrame } from "../case-frame";
import { openRecord } from "../open-record";

type Params = { params: Promise<{ caseId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.documents");
  return { title: t("title") };
}

/** The letters of a case, what a new one can begin as, and what can be given out of it. */
export default async function DocumentsPage({ params }: Params) {
  const desk = await requireDesk();
  const { caseFile } = await openRecord((await params).caseId);
  const [t, locale, documents, templates, colleagues] = await Promise.all([
    getTranslations("staff.documents"),
    getLocale(),
    listDocuments(desk, caseFile.id),
    listTemplates(desk),
    listColleagues(desk),
  ]);
  const page = `/${locale}/dashboard/cases/${caseFile.id}`;
  const names = Object.fromEntries(colleagues.map(({ accountId, name }) => [accountId, name]));
  return (
    <CaseFrame caseFile={caseFile} colleagues={colleagues} current="documents">
      <div className="case-columns">
        <div className="case-main">
          <DocumentList documents={documents} names={names} page={`${page}/documents`} />
        </div>
        <aside className="case-side" aria-label={t("give")}>
          <TemplateChoice templates={templates} action={`${page}/documents/new`} />
          <section className="card stack" aria-labelledby="give-heading">
            <h2 id="give-heading">{t("give")}</h2>
            <p>
              <a href={`${page}/print`}>{t("printCase")}</a>
            </p>
            <p>
              <a href={`${page}/export`}>{t("exportCase")}</a>
            </p>
          </section>
        </aside>
      </div>
    </CaseFrame>
  );
}
