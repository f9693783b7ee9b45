import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { messagesOf, staffMessagesOf } from "../../../lib/i18n/catalogues";
import { LOCALES, type Locale, SOURCE_LOCALE, STAFF_LOCALES } from "../../../lib/i18n/locales";
import { catalogueOf, cldrTag, flatten, sourceFor, type Tree, treeOf } from "../../support/i18n/catalogue";
import { shapeOf } from "../../support/icu";

const TRANSLATIONS = LOCALES.filter((locale) => locale !== SOURCE_LOCALE);

/** The keys whose text fails, so that a failure names all of them. */
const keysWhere = (locale: Locale, fails: (text: string, key: string) => boolean): string[] =>
  [...catalogueOf(locale)].filter(([key, text]) => fails(text, key)).map(([key]) => key);

describe("the German catalogue", () => {
  it("is the source of many texts", () => {
    expect(catalogueOf(SOURCE_LOCALE).size).toBeGreaterThan(1000);
  });
});

describe("what the application loads", () => {
  const texts = (messages: unknown) =>
    flatten(messages as Tree).map(([key, text]) => [key, text.replaceAll("\n", " ")]);

  it.each(LOCALES)("is the file of %s, whose sentences may stand on lines of their own", (locale) => {
    expect(texts({ public: messagesOf(locale).public })).toEqual(texts({ public: treeOf(locale).public }));
  });

  it.each(STAFF_LOCALES)("is the whole file of %s for those who work here", (locale) => {
    expect(texts(staffMessagesOf(locale))).toEqual(texts(treeOf(locale)));
  });
});

describe.each(TRANSLATIONS)("the catalogue %s", (locale) => {
  const source = sourceFor(locale);

  it("has the keys of the German one in its order, no more and no fewer", () => {
    expect([...catalogueOf(locale).keys()]).toEqual([...source.keys()]);
  });

  it("takes the same arguments and tags in every text", () => {
    const differing = keysWhere(locale, (text, key) => {
      const [own, german] = [shapeOf(text), shapeOf(source.get(key) ?? "")];
      return `${own.arguments} ${own.tags}` !== `${german.arguments} ${german.tags}`;
    });
    expect(differing).toEqual([]);
  });
});

describe.each(LOCALES)("the messages of %s", (locale) => {
  const forms: string[] = new Intl.PluralRules(cldrTag(locale)).resolvedOptions().pluralCategories;

  it("are never empty, and without white space around them", () => {
    expect(keysWhere(locale, (text) => text === "" || text !== text.trim() || /\s\s/.test(text))).toEqual([]);
  });

  it("have every plural form that CLDR knows of the language", () => {
    const incomplete = keysWhere(locale, (text) =>
      shapeOf(text).plurals.some((branches) => forms.some((form) => !branches.includes(form))),
    );
    expect(incomplete).toEqual([]);
  });

  it("have no plural form that the language does not have", () => {
    const strange = keysWhere(locale, (text) =>
      shapeOf(text).plurals.some((branches) =>
        branches.some((branch) => !branch.startsWith("=") && !forms.includes(branch)),
      ),
    );
    expect(strange).toEqual([]);
  });

  it("can all be formatted", () => {
    const failures: string[] = [];
    const translator = createTranslator({
      locale,
      messages: treeOf(locale),
      onError: ({ message }) => void failures.push(message),
    });
    const format = translator.markup as (key: string, values: Record<string, unknown>) => string;
    for (const [key, text] of catalogueOf(locale)) {
      for (const count of [0, 1, 2, 3, 11, 100])
        expect(format(key, valuesFor(text, count)), key).not.toBe("");
    }
    expect(failures).toEqual([]);
  });
});

/** A value for everything that a message takes. */
function valuesFor(message: string, count: number): Record<string, unknown> {
  const shape = shapeOf(message);
  const numbers = shape.arguments.map((name) => [name, count]);
  return Object.fromEntries([...numbers, ...shape.tags.map((tag) => [tag, (chunks: string) => chunks])]);
}

it("the plural forms of French and Spanish include the one for millions", () => {
  for (const locale of ["fr", "es"] as const) {
    expect(new Intl.PluralRules(cldrTag(locale)).resolvedOptions().pluralCategories).toContain("many");
  }
});
