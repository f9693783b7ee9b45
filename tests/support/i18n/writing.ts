import type { Locale } from "../../../lib/i18n/locales";

/** How a language is written. */
type Writing = {
  script: "Latin" | "Cyrillic" | "Arabic";
  /** The signs a quotation begins and ends with. */
  quotes: [string, string];
  /** Letters of neighbouring languages, which a wrong keyboard or a copied sentence leaves behind. */
  strange?: RegExp;
};

const latin = (begin: string, end: string, strange?: RegExp): Writing => ({
  script: "Latin",
  quotes: [begin, end],
  ...(strange ? { strange } : {}),
});

const cyrillic = (strange: RegExp): Writing => ({ script: "Cyrillic", quotes: ["«", "»"], strange });
const arabic = (strange: RegExp): Writing => ({ script: "Arabic", quotes: ["«", "»"], strange });

export const WRITING: Readonly<Record<Locale, Writing>> = {
  de: latin("„", "“"),
  "de-simple": latin("„", "“"),
  tr: latin("“", "”", /[êșțäß]/iu),
  en: latin("“", "”", /[äöüß]/iu),
  fr: latin("«", "»", /[äöß]/iu),
  kmr: latin("“", "”", /[ığöüäß]/u),
  pl: latin("„", "”", /[äöüß]/iu),
  sq: latin("“", "”", /[äöüß]/iu),
  "sr-Latn": latin("„", "”", /[äöüß]/iu),
  // The letters with a comma below, not the Turkish ones with a cedilla.
  ro: latin("„", "”", /[şţäöüß]/iu),
  es: latin("«", "»", /[äöß]/iu),
  ru: cyrillic(/[іїєґў]/iu),
  uk: cyrillic(/[ыэъё]/iu),
  // Arabic writes yeh with two dots and its own kaf; Persian and Pashto have letters of their own for both.
  ar: arabic(/[یکگپچژ]/u),
  fa: arabic(/[يكىة]/u),
  ps: arabic(/[كة]/u),
};

export const OF_SCRIPT: Readonly<Record<Writing["script"], RegExp>> = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Arabic: /\p{Script=Arabic}/u,
};

/** Straight signs are for machines. */
export const STRAIGHT_QUOTES = /["'`´]/u;
const ANY_QUOTES = /[„“”‚‘«»‹›]/gu;

/** Whether all quotation marks are the language's own, one that ends for each that begins. */
export function quotedWell(text: string, [begin, end]: [string, string]): boolean {
  const marks = text.match(ANY_QUOTES) ?? [];
  return marks.every((mark, index) => mark === (index % 2 === 0 ? begin : end)) && marks.length % 2 === 0;
}
