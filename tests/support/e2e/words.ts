import { readFileSync } from "node:fs";
import { createTranslator } from "next-intl";
import type { Locale, StaffLocale } from "@/lib/i18n/locales";
import type German from "../../../messages/de.json";

export type { Locale };

// Spelt out, because Playwright reads no JSON modules, on which the application's own list rests. A language that is
// missing here is an error of types.
const PUBLIC: Record<Locale, true> = {
  de: true,
  "de-simple": true,
  tr: true,
  ar: true,
  en: true,
  ru: true,
  uk: true,
  fa: true,
  fr: true,
  kmr: true,
  pl: true,
  ps: true,
  sq: true,
  "sr-Latn": true,
  ro: true,
  es: true,
};
const STAFF: Record<StaffLocale, true> = { de: true, tr: true, ar: true, en: true, ru: true, fr: true };

/** The languages of the public pages, and of the pages for those who work here. */
export const LOCALES = Object.keys(PUBLIC) as Locale[];
export const STAFF_LOCALES = Object.keys(STAFF) as StaffLocale[];

/** The words of the interface, so that tests look for what people read and follow when a sentence changes. */
export function words(locale: Locale) {
  const file = new URL(`../../../messages/${locale}.json`, import.meta.url);
  return createTranslator({ locale, messages: JSON.parse(readFileSync(file, "utf8")) as typeof German });
}

export type Words = ReturnType<typeof words>;

/** The same number as people write it who learned to write in Arabic. */
export const inArabicIndicDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
