import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BackLink } from "@/components/staff/back-link";
import { requireDesk } from "@/lib/auth/gates";
import { listColleagues } from "@/lib/cases/queries";
import { listTemplates } from "@/lib/documents/queries";
import { fillTemplate } from "@/lib/documents/rules";
import { CaseFrame } from "../../case-frame";
import { openRecord } from "../../open-record";
import { DocumentForm } from "../document-form";
import { letterFields } from "../letter-fields";

type PageProps = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.documents");
  return { title: t("new") };
}

/** A letter that was not saved yet, with what the case knows filled in. */
export default async function NewDocumentPage({ params, searchParams }: PageProps) {
  const desk = await requireDesk();
  const record = await openRecord((await params).caseId);
  const [t, locale, templates, colleagues, { template }] = await Promise.all([
    getTranslations("staff.documents"),
    getLocale(),
    listTemplates(desk),
    listColleagues(desk),
    searchParams,
  ]);
  const { caseFile } = record;
  const chosen = templates.find(({ id }) => id === template);
  const text = chosen ? fillTemplate(chosen.text, await letterFields(desk, record, colleagues)) : "";
  return (
    <CaseFrame caseFile={caseFile} colleagues={colleagues}>
      <BackLink href={`/${locale}/dashboard/cases/${caseFile.id}/documents`}>{t("title")}</BackLink>
      <section className="card">
        <h2>{t("new")}</h2>
        <DocumentForm
          caseId={caseFile.id}
          documentId={randomUUID()}
          version={0}
          title={chosen?.title ?? ""}
          text={text}
        />
      </section>
    </CaseFrame>
  );
}
