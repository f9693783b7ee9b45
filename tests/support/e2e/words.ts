import { readFileSync } from "node:fs";
import { createTranslator } from "next-intl";
import type German from "../../../messages/de.json";

export const LOCALES = ["de", "tr", "ar", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** The words of the interface, so that tests look for what people read and follow when a sentence changes. */
export function words(locale: Locale) {
  const file = new URL(`../../../messages/${locale}.json`, import.meta.url);
  return createTranslator({ locale, messages: JSON.parse(readFileSync(file, "utf8")) as typeof German });
}

export type Words = ReturnType<typeof words>;

/** The same number as people write it who learned to write in Arabic. */
export const inArabicIndicDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
