import { readFileSync } from "node:fs";
import { isStaffLocale, type Locale, SOURCE_LOCALE, spokenLanguage } from "../../../lib/i18n/locales";

export type Tree = { [key: string]: string | Tree };

/** Texts by their full path. */
export type Catalogue = ReadonlyMap<string, string>;

export const flatten = (tree: Tree, path = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[path + key, value]] : flatten(value, `${path}${key}.`),
  );

/** All that is translated into a language, as it stands in its file: what translators write, and nobody else. */
export const treeOf = (locale: Locale): Tree => JSON.parse(readFileSync(`messages/${locale}.json`, "utf8"));

const catalogues = new Map<Locale, Catalogue>();

export function catalogueOf(locale: Locale): Catalogue {
  const known = catalogues.get(locale) ?? new Map(flatten(treeOf(locale)));
  catalogues.set(locale, known);
  return known;
}

/** The German texts that a language has to have. */
export function sourceFor(locale: Locale): Catalogue {
  const german = catalogueOf(SOURCE_LOCALE);
  if (isStaffLocale(locale)) return german;
  return new Map([...german].filter(([key]) => key.startsWith("public.")));
}

/** What CLDR calls a language: Kurmancî is its Kurdish, and Leichte Sprache is German. */
export const cldrTag = (locale: Locale): string => (locale === "kmr" ? "ku" : spokenLanguage(locale));
