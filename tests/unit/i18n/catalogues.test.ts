import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { LOCALES, type Locale, localeInfo, SOURCE_LOCALE } from "../../../lib/i18n/locales";
import { messagesOf } from "../../../lib/i18n/translator";
import { shapeOf } from "../../support/icu";

type Messages = { [key: string]: string | Messages };

/** Texts that are rightly the same everywhere: what has no letters, and names. */
const SAME_EVERYWHERE = /^(\P{L}*|weact|E-Mail|Code|Spam|\{\w+\})$/u;

/** Words that a language has in common with German. */
const SAME_AS_GERMAN: Record<string, string[]> = {
  en: ["Name", "Passphrase", "Start", "Status", "Team", "Video"],
  tr: ["Telefon"],
  ar: [],
};

const flatten = (messages: Messages, path = ""): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[path + key, value]] : flatten(value, `${path}${key}.`),
  );

const catalogue = (locale: Locale) => new Map(flatten(messagesOf(locale) as Messages));
const source = catalogue(SOURCE_LOCALE);
const translations = LOCALES.filter((locale) => locale !== SOURCE_LOCALE);

describe("the German catalogue", () => {
  it("has no empty text, and no white space around one", () => {
    expect([...source].filter(([, text]) => text === "" || text !== text.trim())).toEqual([]);
    expect(source.size).toBeGreaterThan(200);
  });
});

describe.each(translations)("the catalogue %s", (locale) => {
  const translated = catalogue(locale);

  it("has the keys of the German one, no more and no fewer", () => {
    expect([...translated.keys()].toSorted()).toEqual([...source.keys()].toSorted());
  });

  it("has no empty text, and no white space around one", () => {
    expect([...translated].filter(([, text]) => text === "" || text !== text.trim())).toEqual([]);
  });

  it("takes the same arguments and tags in every text", () => {
    const differing = [...source].filter(([key, text]) => {
      const [own, other] = [shapeOf(text), shapeOf(translated.get(key) ?? "")];
      return `${own.arguments} ${own.tags}` !== `${other.arguments} ${other.tags}`;
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it("leaves nothing in German by accident", () => {
    const left = [...source].filter(
      ([key, text]) => translated.get(key) === text && !SAME_EVERYWHERE.test(text),
    );
    expect(left.filter(([, text]) => !SAME_AS_GERMAN[locale]?.includes(text))).toEqual([]);
  });

  it("is no copy of another translation", () => {
    for (const other of translations.filter((one) => one !== locale)) {
      const copied = [...catalogue(other)].filter(
        ([key, text]) => translated.get(key) === text && !SAME_EVERYWHERE.test(text),
      );
      expect(copied).toEqual([]);
    }
  });
});

describe.each(LOCALES)("the messages of %s", (locale) => {
  const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;

  it(`have every plural form of the language`, () => {
    const incomplete = [...catalogue(locale)].filter(([, text]) =>
      shapeOf(text).plurals.some((branches) => categories.some((category) => !branches.includes(category))),
    );
    expect(incomplete.map(([key]) => key)).toEqual([]);
  });

  it("have no plural form that the language does not have", () => {
    const strange = [...catalogue(locale)].filter(([, text]) =>
      shapeOf(text).plurals.some((branches) =>
        branches.some((branch) => !branch.startsWith("=") && !(categories as string[]).includes(branch)),
      ),
    );
    expect(strange.map(([key]) => key)).toEqual([]);
  });

  it("can all be formatted", () => {
    const failures: string[] = [];
    const translator = createTranslator({
      locale,
      messages: messagesOf(locale),
      onError: ({ message }) => void failures.push(message),
    });
    for (const [key, text] of catalogue(locale)) {
      const shape = shapeOf(text);
      for (const count of [0, 1, 2, 3, 11, 100]) {
        const values: Record<string, unknown> = Object.fromEntries(
          shape.arguments.map((name) => [name, count]),
        );
        for (const tag of shape.tags) values[tag] = (chunks: string) => chunks;
        const format = translator.markup as (key: string, values: Record<string, unknown>) => string;
        expect(format(key, values), key).not.toBe("");
      }
    }
    expect(failures).toEqual([]);
  });
});

describe("the locales", () => {
  it("know their own names and directions", () => {
    expect(LOCALES.map((locale) => localeInfo(locale).dir)).toEqual(
      LOCALES.map((locale) => (locale === "ar" ? "rtl" : "ltr")),
    );
    expect(localeInfo("tr").autonym).toBe("Türkçe");
  });
});

describe("the reader of messages", () => {
  it.each([
    ["Hallo", { arguments: [], tags: [], plurals: [] }],
    ["Hallo {name}, <b>du</b>", { arguments: ["name"], tags: ["b"], plurals: [] }],
    [
      "{n, plural, =0 {keine} one {ein {x}} other {# <i>y</i>}}",
      { arguments: ["n", "x"], tags: ["i"], plurals: [["=0", "one", "other"]] },
    ],
    ["{when, date, short} '{kein}' it''s", { arguments: ["when"], tags: [], plurals: [] }],
  ])("understands %s", (message, shape) => {
    expect(shapeOf(message)).toEqual(shape);
  });

  it.each(["{n", "n}", "{n, plural, one {x}", "{}"])("refuses %s", (message) => {
    expect(() => shapeOf(message)).toThrow();
  });
});
