import { describe, expect, it } from "vitest";
import { formatTag } from "../../../lib/i18n/format-tag";
import { LOCALES, spokenLanguage } from "../../../lib/i18n/locales";
import { preferredLocale } from "../../../lib/i18n/negotiate";
import { COUNSELLING_LANGUAGES } from "../../../lib/vocabulary/types";

const preferred = (accepted?: string) =>
  preferredLocale(new Headers(accepted === undefined ? {} : { "Accept-Language": accepted }));

describe("the language at the first visit", () => {
  it.each([
    [undefined, "de"],
    ["", "de"],
    ["*", "de"],
    ["ja,xx;q=0.5", "de"],
    ["uk-UA,uk;q=0.9,en;q=0.8", "uk"],
    ["ja,fa-AF;q=0.4,en;q=0.3", "fa"],
    ["en;q=0.2, tr;q=0.8", "tr"],
    ["tr;q=0, en", "en"],
    ["prs", "fa"],
    ["ku-TR", "kmr"],
    ["hr-HR,en", "sr-Latn"],
    ["bs", "sr-Latn"],
    ["sr-Cyrl-RS", "sr-Latn"],
    ["ro-MD", "ro"],
    ["de-AT", "de"],
    ["de-simple", "de-simple"],
    ["DE-SIMPLE;q=0.9,de", "de"],
  ])("of a browser that asks for %s is %s", (accepted, locale) => {
    expect(preferred(accepted)).toBe(locale);
  });
});

describe("every language of the site", () => {
  it("is one to be counselled in", () => {
    expect(LOCALES.map(spokenLanguage).filter((language) => !(language in COUNSELLING_LANGUAGES))).toEqual(
      [],
    );
  });

  it("writes days by the calendar of letters in Germany, with digits that everybody reads", () => {
    const day = new Date("2026-03-21T12:00:00Z");
    for (const locale of LOCALES) {
      const written = new Intl.DateTimeFormat(formatTag(locale), { dateStyle: "long" }).format(day);
      expect(written, locale).toMatch(/(?<!\d)21(?!\d)/);
      expect(written, locale).toContain("2026");
    }
  });
});
