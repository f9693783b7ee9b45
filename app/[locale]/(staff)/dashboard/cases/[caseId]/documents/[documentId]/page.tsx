import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PrintButton } from "@/components/accounts/print-button";
import { Paper } from "@/components/documents/paper";
import { BackLink } from "@/components/staff/back-link";
import { requireDesk } from "@/lib/auth/gates";
import { listColleagues } from "@/lib/cases/queries";
import { gapsIn } from "@/lib/documents/rules";
import { CaseFrame } from "../../case-frame";
import { openRecord } from "../../open-record";
import { DocumentForm } from "../document-form";
import { openDocument } from "./open-document";

type PageProps = {
  params: Promise<{ caseId: string; documentId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.documents");
  return { title: t("one") };
}

/** One letter: to be changed, printed, or taken along as a file. */
export default async function DocumentPage({ params, searchParams }: PageProps) {
  const desk = await requireDesk();
  const { caseId, documentId } = await params;
  const { caseFile } = await openRecord(caseId);
  const document = await openDocument(desk, caseFile.id, documentId);
  if (document.text === null) notFound();
  const [t, locale, colleagues, { saved }] = await Promise.all([
    getTranslations("staff.documents"),
    getLocale(),
    listColleagues(desk),
    searchParams,
  ]);
  const page = `/${locale}/dashboard/cases/${caseFile.id}/documents`;
  const gaps = gapsIn(document.text);
  return (
    <CaseFrame caseFile={caseFile} colleagues={colleagues}>
      <BackLink href={page}>{t("title")}</BackLink>
      {saved === "yes" && document.version === 1 && <p className="notice notice-done">{t("saved")}</p>}
      <section className="card stack">
        <h2>
          <bdi>{document.title}</bdi>
        </h2>
        {gaps.length > 0 && <p className="notice">{t("gaps", { gaps: gaps.join(" ") })}</p>}
        <DocumentForm caseId={caseFile.id} documentId={document.id} {...document} text={document.text} />
      </section>
      <section className="card stack" aria-labelledby="take-heading">
        <h2 id="take-heading">{t("take")}</h2>
        <p className="help">{t("takeHelp")}</p>
        <PrintButton label={t("print")} />
        <p>
          <a href={`${page}/${document.id}/docx`} download>
            {t("docx")}
          </a>
        </p>
      </section>
      <Paper text={document.text} />
    </CaseFrame>
  );
}
