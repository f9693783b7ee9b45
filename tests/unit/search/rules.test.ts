import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findIn, fold, freeTexts, snippetOf, wordsOf } from "../../../lib/search/rules";

const letter = (text: string) => [{ in: "letter" as const, text }];

describe("searching", () => {
  it.each([
    ["müller", "Frau MÜLLER rief an"],
    ["muller", "Frau Müller rief an"],
    ["strasse", "in der Hauptstraße"],
    ["istanbul", "aus İSTANBUL"],
    ["isik", "IŞIK und ışık"],
    ["zolc", "żółć"],
    ["كريم", "عند كَرِيم"],
    ["ﬁrma", "die Firma"],
  ])("finds %s in „%s“", (typed, text) => {
    expect(findIn(letter(text), wordsOf(typed))).not.toBeNull();
  });

  it("wants all the words, wherever in the case they are", () => {
    const texts = [...letter("Der Vermieter sagt nein."), { in: "note" as const, text: "Frist beachten" }];
    expect(findIn(texts, wordsOf("frist vermieter"))).toMatchObject({ in: "note" });
    expect(findIn(texts, wordsOf("frist jobcenter"))).toBeNull();
    expect(findIn(texts, [])).toBeNull();
  });

  it("shows what was found as it was written, with what stands around it", () => {
    const snippet = snippetOf(`${"a ".repeat(100)}die Hauptstraße 5 ${"b ".repeat(100)}`, "strasse");
    expect(snippet).toMatchObject({ match: "straße" });
    expect(snippet.before).toMatch(/^….*die Haupt$/);
    expect(snippet.after).toMatch(/^ 5 .*…$/);
  });

  it("finds every piece of every text, and shows that very piece", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.nat(60),
        fc.nat(10),
        (text, from, length) => {
          const word = fold(text.slice(from, from + length)).trim();
          fc.pre(word !== "" && !/\s/.test(word) && fold(text).includes(word));
          const found = findIn(letter(text), [word]);
          expect(found).not.toBeNull();
          expect(text.toWellFormed()).toContain(found?.snippet.match.toWellFormed());
        },
      ),
    );
  });

  it("reads of the record what was written freely, and no codes", () => {
    const entry = {
      kind: "part",
      part: "incident",
      account: "x",
      values: { what: "im Bus", on: "2025-01-01", where: "" },
    };
    expect(freeTexts(entry)).toEqual(["im Bus"]);
    expect(freeTexts({ values: { main: "ethnicOrigin", others: ["religion"], note: "so" } })).toEqual(["so"]);
  });
});
