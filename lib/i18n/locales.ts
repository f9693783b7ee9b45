import languages from "./languages.json";

/**
 * The languages of the public site, in order of need; each has a catalogue of its own. How to add one stands in
 * docs/translation.md.
 */
export const LOCALES = [
  "de",
  "de-simple",
  "tr",
  "ar",
  "en",
  "ru",
  "uk",
  "fa",
  "fr",
  "kmr",
  "pl",
  "ps",
  "sq",
  "sr-Latn",
  "ro",
  "es",
] as const;

export type Locale = (typeof LOCALES)[number];

/** The languages of those who work here. In any other, the address leads to the German page (proxy.ts). */
export const STAFF_LOCALES = ["de", "tr", "ar", "en", "ru", "fr"] as const satisfies readonly Locale[];

export type StaffLocale = (typeof STAFF_LOCALES)[number];

/** German is the source of every text. */
export const SOURCE_LOCALE = "de";

export type LocaleInfo<L extends Locale = Locale> = { tag: L; autonym: string; dir: "ltr" | "rtl" };

/** The catalogue's tag, the language's own name and its direction. */
export function localeInfo<L extends Locale>(tag: L): LocaleInfo<L> {
  const known = languages.uiLocales.find((language) => language.tag === tag);
  return { tag, autonym: known?.autonym ?? tag, dir: known?.dir === "rtl" ? "rtl" : "ltr" };
}

export const isLocale = (value: string): value is Locale => (LOCALES as readonly string[]).includes(value);

export const isStaffLocale = (value: string): value is StaffLocale =>
  (STAFF_LOCALES as readonly string[]).includes(value);

/** The language in which readers of a locale speak: Leichte Sprache is a way to write German. */
export const spokenLanguage = (locale: Locale): string => (locale === "de-simple" ? "de" : locale);

const RTL_LANGUAGES = new Set(["ar", "fa", "ps", "ckb", "he", "ur"]);

/** The direction of any BCP 47 language, for text of people whose language the interface may not have. */
export const directionOf = (language: string): "ltr" | "rtl" =>
  RTL_LANGUAGES.has(language.split("-")[0] ?? "") ? "rtl" : "ltr";
