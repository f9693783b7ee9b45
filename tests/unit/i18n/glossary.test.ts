import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LOCALES } from "../../../lib/i18n/locales";
import { catalogueOf } from "../../support/i18n/catalogue";

const page = readFileSync("docs/translation.md", "utf8");

/** The rows of the table of core words. */
const rows = (page.split("## The core words")[1]?.split("\n## ")[0] ?? "")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| -") && !line.startsWith("| |"))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, tag = "", ...cells]) => ({ tag, words: cells.filter(Boolean) }));

describe("the table of core words", () => {
  it("has all languages", () => {
    expect(rows.map(({ tag }) => tag)).toEqual(LOCALES);
  });

  it.each(LOCALES)("says for %s what the catalogue says", (locale) => {
    const texts = [...catalogueOf(locale).values()].join("\n").toLocaleLowerCase(locale);
    const words = rows.find(({ tag }) => tag === locale)?.words ?? [];
    expect(words).toHaveLength(7);
    expect(words.filter((word) => !texts.includes(word.toLocaleLowerCase(locale)))).toEqual([]);
    expect(words.at(-1)).toBe(catalogueOf(locale).get("public.exit.label"));
  });
});

it.each(LOCALES.filter((locale) => locale !== "de"))(
  "there is a glossary for %s, and the page leads to it",
  (tag) => {
    expect(existsSync(`docs/translation/glossary-${tag}.md`)).toBe(true);
    expect(page).toContain(`(translation/glossary-${tag}.md)`);
  },
);
