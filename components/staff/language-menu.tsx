"use client";

import { usePathname, useSearchParams } from "next/navigation";
import type { LocaleInfo } from "@/lib/i18n/locales";
import { Sign } from "./sign";

type LanguageMenuProps = { locale: string; label: string; locales: readonly LocaleInfo[] };

/** The same page in another language. Whole page loads, because the document's language and direction change. */
export function LanguageMenu({ locale, label, locales }: LanguageMenuProps) {
  const path = usePathname();
  const query = useSearchParams().toString();
  const rest = path.split("/").slice(2).join("/");
  const current = locales.find(({ tag }) => tag === locale);
  return (
    <details className="menu">
      <summary>
        <Sign name="globe" />
        <span className="sr-only">{label}: </span>
        {current?.autonym}
      </summary>
      <ul>
        {locales.map(({ tag, autonym, dir }) => (
          <li key={tag}>
            <a
              href={`/${tag}/${rest}${query && `?${query}`}`}
              hrefLang={tag}
              lang={tag}
              dir={dir}
              aria-current={tag === locale ? "true" : undefined}
            >
              {autonym}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
