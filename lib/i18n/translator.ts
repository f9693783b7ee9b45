import { createTranslator } from "next-intl";
import ar from "@/messages/ar.json";
import de from "@/messages/de.json";
import en from "@/messages/en.json";
import tr from "@/messages/tr.json";
import type { Locale } from "./locales";

/** German is the source: the others have the same keys, which a test proves. */
export type Messages = typeof de;

const CATALOGUES: Record<Locale, Messages> = { de, ar, en, tr };

export const messagesOf = (locale: Locale): Messages => CATALOGUES[locale];

const create = (locale: Locale) => createTranslator({ locale, messages: CATALOGUES[locale] });

export type Translator = ReturnType<typeof create>;

const translators = new Map<Locale, Translator>();

/** The translator of the public documents: all keys, by their full path. Kept, because it parses what it translates. */
export function translator(locale: Locale): Translator {
  const known = translators.get(locale) ?? create(locale);
  translators.set(locale, known);
  return known;
}
