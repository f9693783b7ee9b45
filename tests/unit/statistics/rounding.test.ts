import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadDifference } from "../../../lib/statistics/internal/spread";
import { type RoundedCell, roundRelease } from "../../../lib/statistics/rounding";
import type { ExactTable } from "../../../lib/statistics/types";
import { seeded } from "../../../scripts/statistics/seeded";
import { anyTables, cellsOf, numbersOf, tableOf } from "./given";

/** Rounds made-up tables, and gives the numbers before and after. */
const rounding = (
  check: (after: Map<string, number>, before: Map<string, number>, cells: RoundedCell[]) => void,
) =>
  fc.assert(
    fc.property(anyTables, fc.nat(), (tables, seed) => {
      const cells = roundRelease(tables, seeded(seed));
      check(numbersOf(cells), numbersOf(cellsOf(tables)), cells);
    }),
    { numRuns: 400 },
  );

describe("rounding a release", () => {
  it("gives multiples of 5 and nothing below 0", () => {
    rounding((after) => {
      for (const value of after.values()) expect([value % 5, value >= 0]).toEqual([0, true]);
    });
  });

  it("is off by at most 4 in every cell, site total, ground total and in the whole", () => {
    rounding((after, before) => {
      expect([...after.keys()]).toEqual([...before.keys()]);
      for (const [name, value] of after)
        expect(Math.abs(value - (before.get(name) ?? 0)), name).toBeLessThanOrEqual(4);
    });
  });

  it("leaves multiples of 5 as they are", () => {
    rounding((_, __, cells) => {
      const again = roundRelease(asTables(cells), seeded(1));
      expect(again).toEqual(cells);
    });
  });

  it("adds up: all tables of a site to one total, and those to one for the network", () => {
    rounding((after) => {
      for (const site of ["a", "b", "c", "d"])
        for (const table of ["form", "channel"])
          expect(after.get(`${table}, ${site}, total`)).toBe(after.get(`ground, ${site}, total`));
      expect(after.get("grounds, null, total")).toBe(after.get("ground, total"));
    });
  });

  it("takes the system's generator when none is given", () => {
    const tables = [tableOf("ground", { a: Array.from({ length: 60 }, () => 2) })];
    const [one, other] = [roundRelease(tables), roundRelease(tables)];
    expect(one).not.toEqual(other);
  });

  it("gives a category to every site that any site has", () => {
    const ground: ExactTable = {
      table: "ground",
      rows: [
        { site: "a", counts: new Map([["x", 5]]) },
        { site: "b", counts: new Map([["y", 10]]) },
      ],
    };
    const cell = (site: string, category: string, value: number) => ({
      table: "ground",
      site,
      category,
      value,
    });
    expect(roundRelease([ground])).toEqual([
      cell("a", "x", 5),
      cell("a", "y", 0),
      cell("b", "x", 0),
      cell("b", "y", 10),
    ]);
  });

  it("rounds a quarter without cases, and a network without sites", () => {
    expect(roundRelease([tableOf("ground", { a: [0, 0] })]).map(({ value }) => value)).toEqual([0, 0]);
    expect(roundRelease([tableOf("ground", {}), tableOf("grounds", { "": [0] })])).toHaveLength(1);
  });

  it.each<[string, ExactTable[]]>([
    ["no table of grounds", [tableOf("form", { a: [1] })]],
    ["another number of cases", [tableOf("ground", { a: [3] }), tableOf("form", { a: [2] })]],
    ["another number of cases", [tableOf("ground", { a: [3] }), tableOf("form", {})]],
    ["another number of cases", [tableOf("ground", { a: [3] }), tableOf("grounds", { "": [4] })]],
    ["a site that has no grounds", [tableOf("ground", { a: [3] }), tableOf("form", { a: [3], b: [0] })]],
    ["something else than a count", [tableOf("ground", { a: [-1] })]],
    ["something else than a count", [tableOf("ground", { a: [1.5] })]],
  ])("refuses tables with %s", (reason, tables) => {
    expect(() => roundRelease(tables)).toThrow(reason);
  });
});

describe("moving a row to its published total", () => {
  const row = fc.array(fc.nat(14), { minLength: 1, maxLength: 6 });

  it("changes no expectation: over every start, and up and down as often as the total goes there", () => {
    fc.assert(
      fc.property(row, (counts) => {
        const total = counts.reduce((all, count) => all + count, 0);
        const above = total % 5;
        fc.pre(above > 0);
        const up = meanOverAllStarts(counts, 5 - above);
        const down = meanOverAllStarts(counts, -above);
        for (const [cell, count] of counts.entries()) {
          const expectation = ((up[cell] ?? 0) * above + (down[cell] ?? 0) * (5 - above)) / 5;
          expect(expectation).toBeCloseTo(count, 9);
        }
      }),
    );
  });

  function meanOverAllStarts(counts: readonly number[], difference: number): number[] {
    let starts = 1;
    const sums = counts.map(() => 0);
    for (let start = 0; start < starts; start += 1) {
      const moved = spreadDifference(counts, difference, (below) => {
        starts = below;
        return start;
      });
      for (const [cell, value] of moved.entries()) sums[cell] = (sums[cell] ?? 0) + value;
    }
    return sums.map((sum) => sum / starts);
  }
});

function asTables(cells: readonly RoundedCell[]): ExactTable[] {
  const tables = [...new Set(cells.map(({ table }) => table))];
  return tables.map((table) => {
    const own = cells.filter((cell) => cell.table === table);
    const rows = [...new Set(own.map(({ site }) => site))].map((site) => ({
      site,
      counts: new Map(
        own.filter((cell) => cell.site === site).map(({ category, value }) => [category, value]),
      ),
    }));
    return { table, rows };
  });
}
