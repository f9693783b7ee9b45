import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { narrowings, onlyName, readSelection, selectionQuery } from "../../../lib/statistics/selection";
import { figuresOf } from "../../../lib/statistics/sums";
import type { Quarter, Released, ReleasedCell, Selection } from "../../../lib/statistics/types";
import { below, givenReleased, NETWORK, SITES } from "../../support/released";

const draws = fc.array(fc.nat(1_000), { minLength: 400, maxLength: 400 }).map((numbers) => {
  let at = 0;
  return (most: number) => (numbers[at++ % numbers.length] ?? 0) % most;
});
const releases = draws.map((draw) => givenReleased("2023-Q2", "2025-Q4", draw));

const selections = (released: Released) =>
  fc
    .record({
      from: fc.constantFrom(...released.quarters.map(({ quarter }) => quarter)),
      to: fc.constantFrom(...released.quarters.map(({ quarter }) => quarter)),
      site: fc.subarray(SITES.map(({ id }) => id)),
      land: fc.constantFrom("", "NW", "SH"),
      only: fc.constantFrom("", ...narrowings(released).map(onlyName)),
    })
    .map((asked) => readSelection(asked, released, { sites: SITES, only: narrowings(released) }));

const both = releases.chain((released) => selections(released).map((selection) => ({ released, selection })));

/** The same sum, added up without any index: cell by cell. */
function sumOf(released: Released, wanted: (cell: ReleasedCell) => boolean): number {
  return released.cells.filter(wanted).reduce((sum, { value }) => sum + value, 0);
}

const counts = ({ only, sites, land, from, to }: Selection) => {
  const chosen = SITES.filter(({ stateCode }) => !land || stateCode === land).map(({ id }) => id);
  return (cell: ReleasedCell): boolean =>
    cell.table === (only?.table ?? "ground") &&
    (!only || below(only).includes(cell.category)) &&
    cell.site !== null &&
    chosen.includes(cell.site) &&
    (sites.length === 0 || sites.includes(cell.site)) &&
    cell.quarter >= from &&
    cell.quarter <= to;
};

describe("what a coordinator is shown", () => {
  it("is a sum of released numbers, whatever is selected", () => {
    fc.assert(
      fc.property(both, ({ released, selection }) => {
        const figures = figuresOf(released, selection, NETWORK);
        const wanted = counts(selection);
        expect(figures.total.value).toBe(sumOf(released, wanted));
        for (const { quarter, value } of figures.course) {
          expect(value).toBe(sumOf(released, (cell) => wanted(cell) && cell.quarter === quarter));
        }
        for (const { site, value } of figures.sites) {
          expect(value).toBe(sumOf(released, (cell) => wanted(cell) && cell.site === site));
        }
      }),
    );
  });

  it("adds up: quarters, sites and every table of the sites to the same total", () => {
    fc.assert(
      fc.property(both, ({ released, selection }) => {
        const { total, course, sites, tables } = figuresOf(released, selection, NETWORK);
        const add = (rows: readonly { value: number }[]) => rows.reduce((sum, { value }) => sum + value, 0);
        expect(add(course)).toBe(total.value);
        expect(add(sites)).toBe(total.value);
        for (const [table, rows] of tables) if (table !== "grounds") expect(add(rows)).toBe(total.value);
      }),
    );
  });

  it("never crosses two questions: within a ground or an area there are no tables", () => {
    fc.assert(
      fc.property(both, ({ released, selection }) => {
        const { tables } = figuresOf(released, selection, NETWORK);
        if (selection.only) expect(tables.size).toBe(0);
        const narrowed = selection.sites.length > 0 || selection.land !== "";
        if (!selection.only) expect(tables.has("grounds")).toBe(!narrowed);
      }),
    );
  });

  it("is the same number each time, so that nothing can be averaged away", () => {
    fc.assert(
      fc.property(both, ({ released, selection }) => {
        const copy = { quarters: [...released.quarters], cells: released.cells.toReversed() };
        const [first, again, other] = [released, released, copy].map((source) =>
          figuresOf(source, selection, NETWORK),
        );
        expect(again).toEqual(first);
        expect(other?.total).toEqual(first?.total);
        expect(new Map(other?.tables)).toEqual(new Map(first?.tables));
      }),
    );
  });
});

describe("the year before", () => {
  const released = givenReleased("2024-Q1", "2025-Q4", () => 2);
  const figuresAt = (from: Quarter, to: Quarter) =>
    figuresOf(released, { from, to, sites: [], land: "", only: null }, NETWORK);

  it("stands beside a period of up to four quarters", () => {
    expect(figuresAt("2025-Q1", "2025-Q4")).toMatchObject({
      compared: true,
      total: { value: 120, before: 120 },
    });
    expect(figuresAt("2025-Q2", "2025-Q2").course).toMatchObject([{ value: 30, before: 30 }]);
  });

  it("is missing where a quarter of it is not released, or the period is longer", () => {
    expect(figuresAt("2024-Q4", "2025-Q1")).toMatchObject({
      compared: "notReleased",
      total: { before: null },
    });
    expect(figuresAt("2024-Q4", "2025-Q4").compared).toBe("periodTooLong");
  });
});

describe("how far a sum can be off", () => {
  const released = givenReleased("2025-Q1", "2025-Q4", () => 2);
  const figuresAt = (some: Partial<Selection>) =>
    figuresOf(
      released,
      { from: "2025-Q1", to: "2025-Q4", sites: [], land: "", only: null, ...some },
      NETWORK,
    );

  it("counts the totals of all sites once a quarter, and those of chosen sites one by one", () => {
    expect(figuresAt({}).total.off).toEqual({ typical: 4, most: 16 });
    expect(figuresAt({ land: "NW" }).total.off).toEqual({ typical: 6, most: 32 });
    expect(figuresAt({ sites: ["koeln"], to: "2025-Q1" }).total.off).toEqual({ typical: 2, most: 4 });
  });

  it("counts each site's number in tables whose totals over all sites are not rounded", () => {
    const { tables } = figuresAt({});
    expect(tables.get("ground")?.[0]?.off.most).toBe(16);
    expect(tables.get("form")?.[0]?.off.most).toBe(48);
  });
});

describe("a selection", () => {
  const released = givenReleased("2024-Q1", "2025-Q4", () => 1);
  const choices = { sites: SITES, only: narrowings(released) };

  it("is the last four quarters where the address says nothing that there is", () => {
    const nonsense = { from: "1999-Q9", to: "drop", site: ["nowhere"], land: "XX", only: "language.de" };
    const lastYear = { from: "2025-Q1", to: "2025-Q4", sites: [], land: "", only: null };
    expect(readSelection({}, released, choices)).toEqual(lastYear);
    expect(readSelection(nonsense, released, choices)).toEqual(lastYear);
  });

  it("comes back from its own address", () => {
    fc.assert(
      fc.property(selections(released), (selection) => {
        const query = new URLSearchParams(selectionQuery(selection));
        const asked = Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]));
        expect(readSelection(asked, released, choices)).toEqual(selection);
      }),
    );
  });

  it("turns a period round that ends before it begins", () => {
    const asked = { from: "2025-Q3", to: "2024-Q2" };
    expect(readSelection(asked, released, choices)).toMatchObject({ from: "2024-Q2", to: "2025-Q3" });
  });
});
