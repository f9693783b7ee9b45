import { describe, expect, it } from "vitest";
import { LOCALES, type Locale, localeInfo, SOURCE_LOCALE } from "../../../lib/i18n/locales";
import { catalogueOf, sourceFor } from "../../support/i18n/catalogue";
import { OF_SCRIPT, quotedWell, STRAIGHT_QUOTES, WRITING } from "../../support/i18n/writing";
import { readingsOf } from "../../support/icu";

/** Leichte Sprache is German: it may share a text with its source. */
const TRANSLATIONS = LOCALES.filter((locale) => locale !== SOURCE_LOCALE && locale !== "de-simple");

/** Texts that are rightly the same everywhere: what has no letters but those of its arguments, and names. */
const SAME_EVERYWHERE = /^((\{\w+\}|\P{L})*|weact|OpenStreetMap)$/u;

/** Words that a language has in common with German. */
const SAME_AS_GERMAN: Partial<Record<Locale, string[]>> = {
  tr: ["Telefon", "Spam"],
  en: ["Intervention", "Name", "Passphrase", "Q{number}", "Spam", "Start", "Status", "Team", "Video"],
  fr: ["Adresse", "Intervention"],
  kmr: ["Telefon"],
  pl: ["Start", "Telefon"],
  "sr-Latn": ["Telefon"],
  ro: ["Telefon"],
};

/** Numbers that a translation writes as a word, as its language likes to. */
const IN_WORDS: Partial<Record<Locale, string[]>> = {
  ar: ["public.mailbox.problems.wrong", "staff.record.help.about"],
};

describe.each(TRANSLATIONS)("the translation %s", (locale) => {
  it("leaves nothing in German by accident", () => {
    const left = [...sourceFor(locale)]
      .filter(([key, text]) => catalogueOf(locale).get(key) === text && !SAME_EVERYWHERE.test(text))
      .filter(([, text]) => !SAME_AS_GERMAN[locale]?.includes(text));
    expect(left).toEqual([]);
  });

  it("is no copy of another translation", () => {
    for (const other of TRANSLATIONS.filter((tag) => tag !== locale)) {
      const copied = [...catalogueOf(locale)].filter(
        ([key, text]) => catalogueOf(other).get(key) === text && wordsOf(text).length > 2,
      );
      expect(copied, other).toEqual([]);
    }
  });

  it("is written in the script of its language", () => {
    const { script, strange } = WRITING[locale];
    const others = Object.entries(OF_SCRIPT).filter(([name]) => name !== script);
    const wrong = readings(locale).filter(([, text]) => {
      const own = text.replace(LATIN_EVERYWHERE, "");
      if (strange?.test(own)) return true;
      // Names and words from German signs may stand in Latin letters, but no text consists of them alone.
      if (!OF_SCRIPT[script].test(own) && /\p{L}/u.test(own)) return true;
      return others.some(([name, letters]) => name !== "Latin" && letters.test(own));
    });
    expect(wrong).toEqual([]);
  });

  it("names the same numbers as the German text", () => {
    const wrong = [...sourceFor(locale)]
      .filter(([key, text]) => !numbersOf(catalogueOf(locale).get(key) ?? "").includes(numbersOf(text)))
      .filter(([key]) => !IN_WORDS[locale]?.includes(key));
    expect(wrong).toEqual([]);
  });
});

describe.each(LOCALES)("the texts of %s", (locale) => {
  it("have the quotation marks of the language, and no straight ones", () => {
    const { quotes } = WRITING[locale];
    const wrong = readings(locale).filter(
      ([, text]) => STRAIGHT_QUOTES.test(text) || !quotedWell(text, quotes),
    );
    expect(wrong).toEqual([]);
  });
});

describe("the reader of quotation marks", () => {
  it.each([
    ["Er sagt „Ja“ und „Nein“.", true],
    ["Er sagt „Ja”.", false],
    ["Er sagt “Ja”.", false],
    ["Er sagt „Ja.", false],
    ["Er sagt “Ja„.", false],
  ])("judges %s: %s", (text, good) => {
    expect(quotedWell(text, WRITING.de.quotes)).toBe(good);
  });

  it("knows the signs of a typewriter", () => {
    expect(['"Ja"', "it's", "it´s"].filter((text) => !STRAIGHT_QUOTES.test(text))).toEqual([]);
    expect(STRAIGHT_QUOTES.test("it’s")).toBe(false);
  });
});

describe("Leichte Sprache", () => {
  it("differs from the source in at least half of the texts", () => {
    const source = sourceFor("de-simple");
    const differing = [...catalogueOf("de-simple")].filter(([key, text]) => source.get(key) !== text);
    expect(differing.length).toBeGreaterThanOrEqual(source.size / 2);
  });
});

describe("the locales", () => {
  it("run from right to left where their script does, and only there", () => {
    expect(LOCALES.filter((locale) => localeInfo(locale).dir === "rtl")).toEqual(["ar", "fa", "ps"]);
  });

  it("have a name of their own in their own script", () => {
    const names = LOCALES.map((locale) => localeInfo(locale).autonym);
    expect(new Set(names).size).toBe(LOCALES.length);
    for (const locale of LOCALES) {
      expect(localeInfo(locale).autonym).toMatch(OF_SCRIPT[WRITING[locale].script]);
    }
  });
});

/** Names, words from German letters and signs, and addresses of the web: they stand in Latin letters everywhere. */
const LATIN_EVERYWHERE =
  /weact|OpenStreetMap|Passkey|E-mail|Hannover|Datenschutzbehörde|Länder|[\w.-]+@[\w.-]+|[\w-]+(?:\.[\w-]+)+/gu;

const wordsOf = (message: string): string[] =>
  readingsOf(message, "")
    .join(" ")
    .replace(LATIN_EVERYWHERE, "")
    .match(/\p{L}+/gu) ?? [];

const readings = (locale: Locale): [string, string][] =>
  [...catalogueOf(locale)].flatMap(([key, message]) =>
    readingsOf(message, "").map((text): [string, string] => [key, text]),
  );

/** The digits of a text in their order, whatever stands between the thousands. */
const numbersOf = (message: string): string => readingsOf(message, "").at(-1)?.replace(/\D+/gu, "") ?? "";
