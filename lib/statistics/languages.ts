import { LOCALES, spokenLanguage } from "../i18n/locales";

/** The languages that are counted by themselves: those of the pages. Leichte Sprache is German. */
export const COUNTED_LANGUAGES: readonly string[] = [...new Set(LOCALES.map(spokenLanguage))];

/**
 * The language under which a case is counted. A site counsels in more languages than the pages have; each of these
 * alone would be few people, so they are `other` together.
 *
 * @param language a BCP 47 tag
 */
export function spokenFold(language: string): string {
  const base = language.split("-")[0];
  return COUNTED_LANGUAGES.find((tag) => tag === language || tag.split("-")[0] === base) ?? "other";
}
