import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import outlines from "../../../lib/locations/data/map.json";
import { type Gazetteer, gazetteer } from "../../../lib/locations/internal/gazetteer";
import { FONT_SIZE, intersect, pinBox } from "../../../lib/locations/internal/labels";
import { locate } from "../../../lib/locations/internal/located";
import { project } from "../../../lib/locations/internal/pins";
import { layOutPins } from "../../../lib/locations/internal/site-map";
import type { Box, Place, SiteMap } from "../../../lib/locations/types";
import { elevenSites, givenOffice, givenSite } from "./given";

/** How wide a map is on the narrowest phone, and the least that people can read, in px. */
const PHONE = 320;
const LEGIBLE = 11;

let book: Gazetteer;
beforeAll(async () => {
  book = await gazetteer();
});

const mapOf = (sites = elevenSites(), place: Place | null = null) =>
  layOutPins(locate(book, sites), outlines, place);

const siteIn = (id: string, ...towns: Place[]) =>
  givenSite({
    id,
    stateCode: towns[0]?.states[0] ?? "",
    offices: towns.map(({ name, lat, lon }) => givenOffice({ city: name, street: "Weg 1", lat, lon })),
  });

const isWithin = (outer: Box, inner: Box) =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

function expectReadable({ pins, view, fontSize }: SiteMap): void {
  const circles = pins.map(pinBox);
  const labels = pins.flatMap(({ label }) => label ?? []);
  const boxes = [...circles, ...labels];
  for (const [index, box] of labels.entries()) {
    const others = boxes.filter((_, other) => other !== circles.length + index);
    expect(others.filter((other) => intersect(box, other))).toEqual([]);
  }
  expect(boxes.filter((box) => !isWithin(view, box))).toEqual([]);
  expect((fontSize * PHONE) / view.width).toBeGreaterThanOrEqual(LEGIBLE);
}

describe("the map", () => {
  it("of the eleven sites is readable and names every town", () => {
    const map = mapOf();
    expectReadable(map);
    expect(map.pins.filter(({ label }) => !label)).toEqual([]);
    expect(new Set(map.pins.map(({ site }) => site)).size).toBe(11);
  });

  it("has one pin where offices of a site are in one town, or would touch", () => {
    const townsOf = (id: string) => mapOf().pins.flatMap(({ site, town }) => (site === id ? [town] : []));
    expect(townsOf("bayern")).toEqual(["Augsburg", "Nürnberg"]);
    expect(townsOf("saarland")).toEqual(["Saarbrücken"]);
    const koeln = book.towns.find(({ name }) => name === "Köln") as Place;
    expect(mapOf([siteIn("koeln", koeln, { ...koeln, lat: koeln.lat + 0.05 })]).pins).toHaveLength(1);
  });

  it("has a pin that can be reached for each of several sites in one town", () => {
    const berlin = book.towns.find(({ name }) => name === "Berlin") as Place;
    const { pins } = mapOf(["a", "b", "c"].map((id) => siteIn(id, berlin)));
    for (const [index, pin] of pins.entries())
      for (const other of pins.slice(0, index))
        expect(Math.hypot(pin.x - other.x, pin.y - other.y)).toBeGreaterThan(18);
  });

  it("of any towns is readable, also of neighbours", () => {
    const anywhere = fc.constantFrom(...book.towns);
    const closeBy = fc.constantFrom(...book.towns.filter(({ states }) => states.includes("SL")));
    const some = fc.oneof(anywhere, closeBy);
    fc.assert(
      fc.property(fc.uniqueArray(some, { maxLength: 25 }), (towns) => {
        const map = mapOf(towns.map((town, index) => siteIn(String(index), town)));
        expectReadable(map);
        expect(map.pins).toHaveLength(towns.length);
        for (const { x, y } of map.pins) {
          const touching = map.pins.filter((other) => Math.hypot(x - other.x, y - other.y) < 18);
          expect(touching).toHaveLength(1);
        }
      }),
    );
  });

  it("is the same for the same sites", () => {
    expect(mapOf()).toEqual(mapOf());
  });

  it("marks the Länder somebody looks from, and no other", () => {
    const marked = (states: string[]) =>
      mapOf([], { states } as Place)
        .states.filter((state) => state.marked)
        .map(({ code }) => code);
    expect(marked(["NW", "RP"]).toSorted()).toEqual(["NW", "RP"]);
    expect(mapOf([]).states.filter((state) => state.marked)).toEqual([]);
    expect(mapOf([]).states).toHaveLength(16);
  });

  it("has labels as high as their letters", () => {
    for (const { label } of mapOf().pins) expect(label?.height).toBeGreaterThan(FONT_SIZE);
  });

  it("puts a town where its Land is drawn", () => {
    // The westernmost, northernmost, easternmost and southernmost towns lie just inside the outlines.
    for (const { lat, lon } of book.towns) {
      const { x, y } = project({ lat, lon });
      expect(x).toBeGreaterThan(0);
      expect(y).toBeGreaterThan(0);
      expect(x).toBeLessThan(outlines.width);
      expect(y).toBeLessThan(outlines.height);
    }
  });
});

describe("where an office stands on the map", () => {
  const position = (facts: Parameters<typeof givenOffice>[0], stateCode = "SH") =>
    locate(book, [givenSite({ stateCode, offices: [givenOffice({ city: "Neumünster", ...facts })] })])[0]
      ?.offices[0]?.position;
  const exact = { lat: 54.0765, lon: 9.9871 };
  const middle = () => {
    const town = book.towns.find(({ name }) => name === "Neumünster");
    return { lat: town?.lat, lon: town?.lon };
  };

  it("is where it is only while its street is published", () => {
    expect(position({ ...exact, street: "Weg 1" })).toEqual(exact);
    expect(position(exact)).toEqual(middle());
    expect(position({ ...exact, postalCode: "24534" })).toEqual(middle());
  });

  it("is its postal code where the street is published and no position is known", () => {
    const { lat, lon } = book.codes.get("24534") ?? {};
    expect(position({ street: "Weg 1", postalCode: "24534" })).toEqual({ lat, lon });
    expect(position({ street: "Weg 1" })).toEqual(middle());
  });

  it("is the middle of the town for the site that publishes no address", () => {
    const site = locate(book, elevenSites()).find(({ site: { id } }) => id === "neumuenster");
    expect(site?.offices.map((office) => office.position)).toEqual([middle()]);
  });

  it("is the town of that name in the site's Land", () => {
    const inState = (stateCode: string) => position({ city: "Halle" }, stateCode);
    const [saale, westfalen] = [inState("ST"), inState("NW")];
    expect(saale?.lon).toBeCloseTo(11.97, 0);
    expect(westfalen?.lon).toBeCloseTo(8.36, 0);
  });

  it("is unknown for a town that nobody knows", () => {
    expect(position({ city: "Nirgendwo" })).toBeUndefined();
  });
});
