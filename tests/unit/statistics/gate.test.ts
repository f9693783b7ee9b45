import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkRelease } from "../../../lib/statistics/gate";
import { knowledgeOf } from "../../../lib/statistics/internal/knowledge";
import { possibleValues } from "../../../lib/statistics/internal/linear-program";
import { witnessedValues } from "../../../lib/statistics/internal/witness";
import { roundRelease } from "../../../lib/statistics/rounding";
import { seeded } from "../../../scripts/statistics/seeded";
import { anyTables, ofQuarter, QUARTER, releasedAs, tableOf } from "./given";

const EXACT = Number.POSITIVE_INFINITY;

const anyRelease = fc
  .tuple(anyTables, fc.nat())
  .map(([tables, seed]) => ofQuarter(QUARTER, roundRelease(tables, seeded(seed))));

/** What a fault in the rounding could do: some numbers are 5 more than they should be. */
const anyFaulty = fc.tuple(anyRelease, fc.array(fc.nat(), { maxLength: 3 })).map(([cells, faults]) => {
  const places = new Set(faults.map((fault) => fault % cells.length));
  return cells.map((cell, place) => (places.has(place) ? { ...cell, value: cell.value + 5 } : cell));
});

describe("the gate", () => {
  it("lets every release through that was rounded as it should be", async () => {
    await fc.assert(
      fc.asyncProperty(anyRelease, async (cells) => {
        expect(await checkRelease(cells)).toEqual({ ok: true });
      }),
      { numRuns: 40 },
    );
  });

  it("refuses a narrow table: two tables of a site that do not have the same total", async () => {
    // The site has 1 to 9 cases by one table and 6 to 14 by the other: so 6 to 9, which are four values.
    const cells = releasedAs(QUARTER, [tableOf("ground", { a: [5] }), tableOf("form", { a: [10] })]);
    expect(await checkRelease(cells)).toEqual({ ok: false, table: "ground", cells: 4, narrowest: 4 });
  });

  it("refuses tables that contradict each other", async () => {
    const cells = releasedAs(QUARTER, [tableOf("ground", { a: [5] }), tableOf("form", { a: [20] })]);
    expect(await checkRelease(cells)).toMatchObject({ ok: false, narrowest: 0 });
  });

  it("refuses a table of the network that tells more than the sites", async () => {
    const cells = releasedAs(QUARTER, [
      tableOf("ground", { a: [5], b: [5] }),
      tableOf("grounds", { "": [15, 0] }),
    ]);
    expect(await checkRelease(cells)).toMatchObject({ ok: false, narrowest: 4 });
  });

  it.each([7, 0.5])("refuses %s, which is not a rounded number", async (value) => {
    const cells = releasedAs(QUARTER, [tableOf("ground", { a: [10, value] })]);
    expect(await checkRelease(cells)).toMatchObject({ ok: false, table: "ground", narrowest: 1 });
  });

  it("passes a release without any cell", async () => {
    expect(await checkRelease([])).toEqual({ ok: true });
  });
});

describe("the proof by example", () => {
  it("says the same as the linear programs of faulty releases as well", async () => {
    const verdicts = new Set<boolean>();
    await fc.assert(
      fc.asyncProperty(anyFaulty, async (cells) => {
        const knowledge = knowledgeOf([cells]);
        const solved = await possibleValues(knowledge, 5);
        const wide = solved.every((count) => count >= 5);
        expect(witnessedValues(knowledge).every((count) => count >= 5)).toBe(wide);
        verdicts.add(wide);
      }),
      { numRuns: 150 },
    );
    expect(verdicts).toEqual(new Set([true, false]));
  });

  it("never shows more values than there are", async () => {
    await fc.assert(
      fc.asyncProperty(anyFaulty, async (cells) => {
        const knowledge = knowledgeOf([cells]);
        const exact = await possibleValues(knowledge, EXACT);
        for (const [index, count] of witnessedValues(knowledge).entries())
          expect(count).toBeLessThanOrEqual(exact[index] ?? 0);
      }),
      { numRuns: 25 },
    );
  });
});

describe("the linear programs", () => {
  it("find 0 to 4 behind a 0, and up to nine values behind other numbers", async () => {
    const cells = releasedAs(QUARTER, [tableOf("ground", { a: [0, 10, 20], b: [5, 0, 30] })]);
    const { unknowns } = knowledgeOf([cells]);
    const values = await possibleValues(knowledgeOf([cells]), EXACT);
    const behind = (published: number) =>
      new Set(values.filter((_, index) => unknowns[index]?.published === published));
    expect([behind(0), behind(5), behind(10)]).toEqual([new Set([5]), new Set([9]), new Set([9])]);
  });

  it("find what trying out all whole numbers finds", async () => {
    const count = fc.nat(12);
    await fc.assert(
      fc.asyncProperty(count, count, count, fc.nat(), async (one, other, form, seed) => {
        const forms = [Math.min(form, one + other), Math.max(one + other - form, 0)];
        const tables = [tableOf("ground", { a: [one, other] }), tableOf("form", { a: forms })];
        const cells = roundRelease(tables, seeded(seed));
        const values = await possibleValues(knowledgeOf([ofQuarter(QUARTER, cells)]), EXACT);
        expect(values.slice(0, 4)).toEqual(tryAll(cells.map(({ value }) => value)));
      }),
      { numRuns: 15 },
    );
  });
});

/** How many values the four cells of one site can have, the first two of which add up to the same as the others. */
function tryAll(published: readonly number[]): number[] {
  const found = published.map(() => new Set<number>());
  const [ones = [], twos = [], threes = [], fours = []] = published.map(near);
  for (const one of ones)
    for (const two of twos)
      for (const three of threes)
        for (const four of fours) {
          const isPossible =
            one + two === three + four && near(sumOf(published.slice(0, 2))).includes(one + two);
          if (isPossible)
            for (const [cell, value] of [one, two, three, four].entries()) found[cell]?.add(value);
        }
  return found.map(({ size }) => size);
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** What a count can be behind a published number. */
const near = (value: number): number[] =>
  [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((error) => value + error).filter((count) => count >= 0);
