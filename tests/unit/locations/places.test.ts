import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { distanceKm } from "../../../lib/locations/internal/distance";
import { foldWords, loosen } from "../../../lib/locations/internal/fold";
import { type Gazetteer, gazetteer } from "../../../lib/locations/internal/gazetteer";
import { searchPlace } from "../../../lib/locations/internal/places";

let book: Gazetteer;
beforeAll(async () => {
  book = await gazetteer();
});

const find = (typed: string) => searchPlace(book, typed);
const townOf = (typed: string) => find(typed).place?.name;
const suggestedFor = (typed: string) => find(typed).suggestions.map(({ name }) => name);

describe("a postal code", () => {
  it.each([
    "50667",
    "٥٠٦٦٧",
    "۵۰۶۶۷",
    "D-50667",
    "D 50667",
    " 50667 ",
    "50667 Köln",
    "Köln, 50667",
    "de50667",
  ])("is understood as %s", (typed) => {
    expect(find(typed)).toMatchObject({ byCode: true, suggestions: [], place: { code: "50667" } });
    expect(townOf(typed)).toBe("Köln");
  });

  it("lies in both Länder where it does", () => {
    const both = [...book.codes.values()].filter(({ states }) => states.length > 1);
    expect(both).toHaveLength(11);
    for (const { code, states } of both) expect(find(code).place?.states).toEqual(states);
  });

  it.each([
    ["12345", "BE"],
    ["99999", "TH"],
  ])("that is not in the table is the middle of its neighbours: %s", (code, state) => {
    const { place } = find(code);
    expect(book.codes.has(code)).toBe(false);
    expect(place).toMatchObject({ approximate: true, name: "", codes: [code], states: [state] });
    const near = [...book.codes.values()].filter((each) => each.code.startsWith(code.slice(0, 3)));
    expect(Math.min(...near.map((each) => distanceKm(each, place ?? each)))).toBeLessThan(30);
  });

  it("that nobody could have is no place", () => {
    expect(find("00000")).toEqual({ place: null, byCode: false, suggestions: [] });
    expect(townOf("00000 Köln")).toBe("Köln");
  });

  it("with fewer digits is the one town whose codes begin so, or some of them", () => {
    expect(townOf("5066")).toBe("Köln");
    expect(find("10")).toMatchObject({ place: null, byCode: false });
    expect(suggestedFor("10")).toContain("Berlin");
    for (const { code } of find("D-76").suggestions) expect(code).toMatch(/^76/);
  });

  it("is not the number of a house", () => {
    expect(townOf("Köln 12")).toBe("Köln");
  });

  it("of the table is found as itself, with any digits", () => {
    const codes = fc.constantFrom(...book.codes.keys());
    const scripts = fc.constantFrom(0x30, 0x660, 0x6f0);
    fc.assert(
      fc.property(codes, scripts, (code, zero) => {
        const typed = [...code].map((digit) => String.fromCodePoint(zero + Number(digit))).join("");
        expect(find(typed)).toMatchObject({ byCode: true, place: { code } });
      }),
    );
  });
});

describe("the name of a town", () => {
  it.each([
    ["Hanover", "Hannover"],
    ["Munchen", "München"],
    ["muenchen", "München"],
    ["MÜNCHEN", "München"],
    ["nurnberg", "Nürnberg"],
    ["Saarbruecken", "Saarbrücken"],
    ["Köln Ehrenfeld", "Köln"],
    ["Ehrenfeld, Köln", "Köln"],
    ["in Köln", "Köln"],
    ["Frankfurt", "Frankfurt am Main"],
    ["Frankfurt/Oder", "Frankfurt (Oder)"],
    ["Frankfurt Bockenheim", "Frankfurt am Main"],
    ["St. Wendel", "Sankt Wendel"],
    ["Kreuzberg", "Berlin Kreuzberg"],
    ["كولونيا", "Köln"],
    ["Кёльн", "Köln"],
    ["Monachium", "München"],
  ])("is understood: %s", (typed, town) => {
    expect(townOf(typed)).toBe(town);
  });

  it("that is the same in two Länder is asked back, the larger town first", () => {
    expect(find("Neustadt").place).toBeNull();
    expect(suggestedFor("Neustadt")).toHaveLength(8);
    expect(suggestedFor("Neustadt")[0]).toBe("Neustadt an der Weinstraße");
  });

  it("means the large town, and offers its namesakes", () => {
    const { place, suggestions } = find("Halle");
    expect(place?.states).toEqual(["ST"]);
    expect(suggestions.map(({ name, states }) => `${name} ${states}`)).toContain("Halle NW");
    expect(suggestedFor("Frankfurt")).toEqual(["Frankfurt (Oder)"]);
  });

  it.each([
    ["Bochm", "Bochum"],
    ["Kölnn", "Köln"],
    ["Brunschweig", "Braunschweig"],
    ["Bad Kreuznahc", "Bad Kreuznach"],
    ["Köl", "Köln"],
    ["Manheim Neckarau", "Mannheim"],
  ])("is suggested when it is misspelt or not complete: %s", (typed, town) => {
    expect([townOf(typed), ...suggestedFor(typed)]).toContain(town);
  });

  it.each(["", " ", "xyzqwv", "!?", "🙂", "a", "\u0000", "١"])("may be none: %j", (typed) => {
    expect(find(typed).place).toBeNull();
  });

  it.each([
    ["Landkreis Harburg", "Landkreis Harburg", "NI"],
    ["rhein sieg kreis", "Rhein-Sieg-Kreis", "NW"],
    ["Kreis Mettmann", "Mettmann", "NW"],
    ["Emsland", "Landkreis Emsland", "NI"],
  ])("may be that of a district: %s", (typed, name, state) => {
    expect(find(typed).place).toMatchObject({ name, states: [state] });
    expect(find(typed).place?.codes.length).toBeGreaterThan(5);
  });

  it("leads to the town or to its namesakes, whoever types it", () => {
    const keyboards = [
      (name: string) => name,
      (name: string) => name.toUpperCase(),
      (name: string) => foldWords(name).join(" "),
      (name: string) => foldWords(name).map(loosen).join(" "),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...book.towns), fc.constantFrom(...keyboards), ({ name }, keyboard) => {
        const { place, suggestions } = find(keyboard(name));
        const bare = (text: string) => loosen(foldWords(text).join(" "));
        expect([...(place ? [place] : []), ...suggestions].map((each) => bare(each.name))).toContain(
          bare(name),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it("is answered whatever was typed, and with no more than eight suggestions", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 120 }), (typed) => {
        expect(find(typed).suggestions.length).toBeLessThanOrEqual(8);
      }),
    );
  });
});
