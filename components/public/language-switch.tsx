import { LOCALES, type Locale, localeInfo } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";

type LanguageSwitchProps = { locale: Locale; t: Translator; path: string };

/** The same page in the other languages, each under its own name. */
export function LanguageSwitch({ locale, t, path }: LanguageSwitchProps) {
  return (
    <nav className="languages" aria-label={t("public.languages")}>
      <ul>
        {LOCALES.map(localeInfo).map(({ tag, autonym, dir }) => (
          <li key={tag}>
            <a
              href={`/${tag}${path}`}
              lang={tag}
              hrefLang={tag}
              dir={dir}
              aria-current={tag === locale ? "page" : undefined}
            >
              {autonym}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
