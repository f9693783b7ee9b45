import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { FieldSpec } from "@/components/settings/form-spec";
import { SettingsForm } from "@/components/settings/settings-form";
import { requireNetworkDesk } from "@/lib/auth/gates";
import { localeInfo } from "@/lib/i18n/locales";
import { readSetting } from "@/lib/network/queries";
import { PAGE_TEXTS, type PageText } from "@/lib/network/types";
import { languageFields } from "../../language-fields";
import { changePageTextAction } from "../actions";
import { formWords, labelValues } from "../words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.networkSettings.texts");
  return { title: t("title") };
}

/** What only the network can say on pages that everybody may read, in every language of the public site. */
export default async function NetworkTextsPage() {
  const desk = await requireNetworkDesk();
  const [t, ...pages] = await Promise.all([
    getTranslations("staff.networkSettings"),
    ...PAGE_TEXTS.map(async (page) => ({
      page,
      ...(await readSetting<PageText>(desk, page, { texts: {} })),
    })),
  ]);
  const others = await getTranslations("staff.site");
  const fields = languageFields(
    others("otherLanguages"),
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
