import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ImportForm } from "@/components/partners/import-form";
import { BackLink } from "@/components/staff/back-link";
import { DESK } from "@/components/staff/form-state";
import { requireDesk } from "@/lib/auth/gates";
import { importColumns } from "@/lib/partners/queries";
import { MOST_BYTES } from "@/lib/partners/schema";
import { importAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.partners.importer");
  return { title: t("title") };
}

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ImportPage({ searchParams }: PageProps) {
  const desk = await requireDesk();
  const [t, locale, { tooLarge }] = await Promise.all([
    getTranslations("staff.partners"),
    getLocale(),
    searchParams, // the server says so of what it did not let in (scripts/serve/plain.ts)
  ]);
  const home = `/${locale}/dashboard/partners`;
  const words = {
    file: t("importer.file"),
    fileHelp: t("importer.fileHelp"),
    tooLarge: t("importRefused.fileTooLarge"),
    check: t("importer.check"),
    checking: t("importer.checking"),
    confirming: t("importer.confirming"),
    again: t("importer.again"),
    changes: t("importer.changes"),
    errors: t("importer.errors"),
    errorsHelp: t("importer.errorsHelp"),
    before: t("history.before"),
    after: t("history.after"),
  };
  return (
    <>
      <BackLink href={home}>{t("back")}</BackLink>
      <h1>{t("importer.title")}</h1>
      <p className="lead">{t("importer.lead")}</p>
      <ImportForm
        action={importAction}
        hidden={{ [DESK]: desk.site }}
        most={MOST_BYTES}
        wasTooLarge={tooLarge === "yes"}
        pageHref={`${home}/import`}
        words={words}
      />
      <details className="more">
        <summary>{t("importer.columns")}</summary>
        <p className="help">{t("importer.columnsHelp")}</p>
        <p lang="de">{importColumns().join(" · ")}</p>
      </details>
    </>
  );
}
