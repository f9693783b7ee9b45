import languages from "./languages.json";

/** The interface languages with complete catalogues, in order of need. A new one is a catalogue and a line here. */
export const LOCALES = ["de", "tr", "ar", "en"] as const;

export type Locale = (typeof LOCALES)[number];

/** German is the source of every text. */
export const SOURCE_LOCALE: Locale = "de";

export type LocaleInfo = { tag: Locale; autonym: string; dir: "ltr" | "rtl" };

/** The catalogue's tag, the language's own name and its direction. */
export function localeInfo(tag: Locale): LocaleInfo {
  const known = languages.uiLocales.find((language) => language.tag === tag);
  return { tag, autonym: known?.autonym ?? tag, dir: known?.dir === "rtl" ? "rtl" : "ltr" };
}

export const isLocale = (value: string): value is Locale => (LOCALES as readonly string[]).includes(value);

const RTL_LANGUAGES = new Set(["ar", "fa", "ps", "ckb", "he", "ur"]);

/** The direction of any BCP 47 language, for text of people whose language the interface may not have. */
export const directionOf = (language: string): "ltr" | "rtl" =>
  RTL_LANGUAGES.has(language.split("-")[0] ?? "") ? "rtl" : "ltr";
