import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { HistoryPageList } from "@/components/cases/history";
import { requireDesk } from "@/lib/auth/gates";
import { listColleagues, listHistory } from "@/lib/cases/queries";
import { CaseFrame } from "../case-frame";
import { openRecord } from "../open-record";

type PageProps = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.journal");
  return { title: t("title") };
}

/** Everybody who read or changed the case, and what they did when. */
export default async function HistoryPage({ params, searchParams }: PageProps) {
  const desk = await requireDesk();
  const { caseFile } = await openRecord((await params).caseId);
  const { before } = await searchParams;
  const [t, locale, history, colleagues] = await Promise.all([
    getTranslations("staff.journal"),
    getLocale(),
    listHistory(desk, caseFile.id, numberIn(before)),
    listColleagues(desk),
  ]);
  const page = `/${locale}/dashboard/cases/${caseFile.id}/history`;
  return (
    <CaseFrame caseFile={caseFile} colleagues={colleagues} current="history">
      <section className="card stack">
        <h2>{t("title")}</h2>
        <p className="help">{t("lead")}</p>
        <HistoryPageList events={history.entries} colleagues={colleagues} />
        {history.next !== null && (
          <p className="actions">
            <a href={`${page}?before=${history.next}`}>{t("earlier")}</a>
          </p>
        )}
      </section>
    </CaseFrame>
  );
}

/** What is no number of an entry begins at the newest. */
const numberIn = (before: string | string[] | undefined): number | undefined =>
  /^\d{1,9}$/.test(String(before)) ? Number(before) : undefined;
