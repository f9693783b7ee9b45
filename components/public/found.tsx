import { LOCALES, type Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import { imageVersion } from "./generated/images";

type FoundProps = { locale: Locale; t: Translator; title: string; path: string; origin: string };

/** What search engines know our languages by, where the tag in the address is not one of theirs. */
const SEARCHED_AS: Partial<Record<Locale, string>> = { kmr: "ku" };

/** Leichte Sprache is German to a search engine: its readers come by the language switch. */
const SEARCHED = LOCALES.filter((tag) => tag !== "de-simple");

/** By what search engines find a page in the right language, and what a link to it looks like where it is shared. */
export function Found({ locale, t, title, path, origin }: FoundProps) {
  return (
    <>
      <link rel="canonical" href={`${origin}/${locale}${path}`} />
      {SEARCHED.map((tag) => (
        <link key={tag} rel="alternate" hrefLang={SEARCHED_AS[tag] ?? tag} href={`${origin}/${tag}${path}`} />
      ))}
      <link rel="manifest" href={`/${locale}/manifest.webmanifest`} />
      <meta property="og:title" content={title} />
      <meta property="og:site_name" content={t("public.brand")} />
      <meta property="og:description" content={t("public.footer.promise")} />
      <meta name="description" content={t("public.home.lead")} />
      <meta property="og:image" content={`${origin}/og/${locale}.png?v=${imageVersion}`} />
    </>
  );
}
