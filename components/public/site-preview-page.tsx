import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { PublicSite } from "@/lib/sites/types";
import { German } from "./locations/reach-links";
import { SiteDetails } from "./locations/site-details";
import { SiteNews } from "./locations/site-news";
import { PublicPage } from "./public-page";

/** Whether what is shown holds already, is a draft, or holds because the draft cannot be shown. */
export type PreviewKind = "current" | "draft" | "invalid";

type PreviewProps = { locale: Locale; t: Translator; site: PublicSite; kind: PreviewKind };

/** A site as everybody will see it, for the lead who is about to say so. */
export function SitePreviewPage({ locale, t, site, kind }: PreviewProps) {
  return (
    <PublicPage
      locale={locale}
      t={t}
      title={t("public.preview.title")}
      path="/preview"
      sheet="site"
      script={false}
      exit={false}
    >
      <h1>{t("public.preview.title")}</h1>
      <p>{t(`public.preview.${kind}`)}</p>
      <h2>
        <German>{site.name}</German>
      </h2>
      <SiteNews locale={locale} t={t} site={site} />
      <SiteDetails locale={locale} t={t} site={site} />
    </PublicPage>
  );
}
