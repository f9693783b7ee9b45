import { describe, expect, it } from "vitest";
import { pseudoMessage, pseudoTranslator } from "../../support/i18n/pseudo";
import { publicPages } from "../../support/i18n/public-pages";
import { isUnexplained, joined, outsideBrackets, piecesOf, saidByOthers } from "../../support/i18n/spoken";
import { shapeOf } from "../../support/icu";

describe("the pseudo language", () => {
  it("keeps arguments and tags, and is longer", () => {
    const message = "{count, plural, one {Ein <b>Tag</b>} other {{count} Tage}} an {site}";
    expect(shapeOf(pseudoMessage(message))).toEqual(shapeOf(message));
    const long = "Du bist nicht sicher, ob es Rassismus war? Schreib uns trotzdem.";
    expect(pseudoMessage(long).length / long.length).toBeGreaterThan(1.25);
  });
});

describe("the search for words outside the catalogue", () => {
  const strangeIn = (html: string) =>
    outsideBrackets(piecesOf(html))
      .filter(({ text }) => isUnexplained(text, ["Türkçe"]))
      .map(({ where }) => where);

  it.each([
    ["<p>Hallo</p>", ["text"]],
    ["<p>⟦Da⟧ und ⟦dort⟧</p>", ["text"]],
    ["<p>⟦Da <a>dort</a></p><p>noch⟧ hier</p>", ["text"]],
    ['<p aria-label="Hallo">⟦Da⟧</p>', ["p aria-label"]],
    ['<meta property="og:title" content="Hallo"/>', ["meta content"]],
    ["<svg><title>Hallo</title></svg>", ["text"]],
    [
      "<style>p{color:red}</style><script>go()</script><p>⟦Da⟧: ‹Ali›, 12 · <i>Türkçe</i> example.org</p>",
      [],
    ],
  ])("finds in %s: %s", (html, places) => {
    expect(strangeIn(html)).toEqual(places);
  });

  it.each([
    ["<p>⟦Noch⟧ ⟦drei Tage⟧</p>", 1],
    ["<p>⟦Heute ist Feiertag.⟧ ⟦Jetzt geschlossen.⟧</p>", 0],
    ["<p>⟦Fehler: ⟦Start⟧⟧</p><p>⟦Da⟧</p>", 0],
  ])("finds in %s so many sentences of two messages: %i", (html, count) => {
    expect(joined(piecesOf(html))).toHaveLength(count);
  });
});

// The two directions have days, weekdays and the list of the other languages of their own.
describe.each(["de", "ar"] as const)("the pages in the pseudo language, with the days of %s", (locale) => {
  const others = saidByOthers(locale);
  const pages = publicPages({ locale, t: pseudoTranslator(locale) });

  it("say nothing that does not come from the catalogue", async () => {
    const strange = (await pages).flatMap(({ name, html }) =>
      outsideBrackets(piecesOf(html))
        .filter(({ text }) => isUnexplained(text, others))
        .map((piece) => ({ name, ...piece })),
    );
    expect(strange).toEqual([]);
  });

  it("never put two messages together into one sentence", async () => {
    const found = (await pages).flatMap(({ name, html }) =>
      joined(piecesOf(html)).map((piece) => ({ name, ...piece })),
    );
    expect(found).toEqual([]);
  });
});
