import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { PublicSite } from "@/lib/sites/types";
import { PublicPage } from "./public-page";
import { SiteCard } from "./site-list";

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
      script={false}
      exit={false}
    >
      <h1>{t("public.preview.title")}</h1>
      <p>{t(`public.preview.${kind}`)}</p>
      <SiteCard locale={locale} t={t} site={site} heading="h2" />
    </PublicPage>
  );
}
