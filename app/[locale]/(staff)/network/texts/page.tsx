import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/settings/form-spec";
import { SettingsForm } from "@/components/settings/settings-form";
import { requireNetworkDesk } from "@/lib/auth/gates";
import { LOCALES, localeInfo } from "@/lib/i18n/locales";
import { readSetting } from "@/lib/network/queries";
import { PAGE_TEXTS, type PageText } from "@/lib/network/types";
import { changePageTextAction } from "../actions";
import { formWords, labelValues } from "../words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.networkSettings.texts");
  return { title: t("title") };
}

/** Imprint and privacy, in every language of the interface. */
export default async function NetworkTextsPage() {
  const desk = await requireNetworkDesk();
  const [t, ...pages] = await Promise.all([
    getTranslations("staff.networkSettings"),
    ...PAGE_TEXTS.map(async (page) => ({
      page,
      ...(await readSetting<PageText>(desk, page, { texts: {} })),
    })),
  ]);
  const fields = LOCALES.map(
    (locale): FieldSpec => ({
      kind: "paragraph",
      name: `texts.${locale}`,
      label: localeInfo(locale).autonym,
      rows: 8,
      lang: locale,
    }),
  );
  return (
    <>
      <h1>{t("texts.title")}</h1>
      <p className="lead">{t("texts.lead")}</p>
      {pages.map(({ page, value, version }) => (
        <section key={page} aria-labelledby={`${page}-heading`}>
          <h2 id={`${page}-heading`}>{t(`texts.${page}`)}</h2>
          <SettingsForm
            id={page}
            action={changePageTextAction}
            hidden={{ page }}
            seen={String(version)}
            fields={fields}
            values={labelValues(value.texts, "texts")}
            words={formWords(t)}
          />
        </section>
      ))}
    </>
  );
}
