import { describe, expect, it } from "vitest";
import { knowledgeOf } from "../../../lib/statistics/internal/knowledge";
import { possibleValues } from "../../../lib/statistics/internal/linear-program";
import type { RandomSource } from "../../../lib/statistics/internal/random";
import { roundRelease } from "../../../lib/statistics/rounding";
import { figuresOf } from "../../../lib/statistics/sums";
import { exactTables, partsOfFact } from "../../../lib/statistics/tables";
import {
  type Fact,
  type Figures,
  type Quarter,
  type ReleasedCell,
  SITE_TABLES,
} from "../../../lib/statistics/types";
import {
  MADE_UP_CATEGORIES,
  type MadeUpSite,
  madeUpFacts,
  USUAL_NETWORK,
} from "../../../scripts/statistics/made-up";
import { seeded } from "../../../scripts/statistics/seeded";
import { everythingPublished, landOf, quartersFrom } from "./attacker";
import { cellsOf, ofQuarter, QUARTER, tableOf } from "./given";

const LONG = 240_000; // ms
const YEARS = quartersFrom(2020, 24);

const sum = (cells: readonly ReleasedCell[]) => cells.reduce((total, { value }) => total + value, 0);

const tablesOf = (facts: readonly Fact[], network: readonly MadeUpSite[]) =>
  exactTables(
    facts.flatMap(partsOfFact),
    network.map(({ site }) => site),
    MADE_UP_CATEGORIES,
  );

const release = (facts: readonly Fact[], quarter: Quarter, seed: number) =>
  ofQuarter(quarter, roundRelease(tablesOf(facts, USUAL_NETWORK), seeded(seed)));

const releaseMadeUp = (quarters: readonly Quarter[], network: readonly MadeUpSite[]) =>
  quarters.flatMap((quarter, index) =>
    ofQuarter(
      quarter,
      roundRelease(tablesOf(madeUpFacts(quarter, network, seeded(index)), network), seeded(1000 + index)),
    ),
  );

describe("linear programs over 24 quarters", () => {
  it(
    "leave at least five values to every cell and total of eleven sites, with sums of years and Länder",
    async () => {
      const knowledge = everythingPublished(releaseMadeUp(YEARS, USUAL_NETWORK));
      const values = await possibleValues(knowledge, 5);
      expect(values.length).toBeGreaterThan(27_000);
      expect(values.reduce((least, count) => Math.min(least, count))).toBe(5);
    },
    LONG,
  );

  it(
    "find nothing in all quarters together that they do not find in each",
    async () => {
      const quarters = YEARS.map((quarter, index) =>
        ofQuarter(quarter, roundRelease(smallTables(seeded(index)))),
      );
      const together = await possibleValues(everythingPublished(quarters.flat()), Number.POSITIVE_INFINITY);
      let place = 0;
      for (const cells of quarters) {
        const alone = await possibleValues(knowledgeOf([cells]), Number.POSITIVE_INFINITY);
        expect(together.slice(place, place + alone.length)).toEqual(alone);
        place += alone.length;
      }
    },
    LONG,
  );
});

function smallTables(random: RandomSource) {
  const row = () => [random(9), random(4), random(2)];
  const rows = { "site-1": row(), "site-2": row() };
  const halves = Object.entries(rows).map(([site, counts]) => {
    const total = counts.reduce((all, count) => all + count, 0);
    return [site, [Math.floor(total / 2), Math.ceil(total / 2)]];
  });
  return [tableOf("ground", rows), tableOf("form", Object.fromEntries(halves))];
}

describe("averaging", () => {
  const tables = tablesOf(madeUpFacts("2026-Q1", USUAL_NETWORK, seeded(1)), USUAL_NETWORK);
  const cells = ofQuarter("2026-Q1", roundRelease(tables));

  it("gains nothing: how many cases a site has is the same number in whatever table one adds it up", () => {
    for (const { site } of USUAL_NETWORK) {
      const own = cells.filter((cell) => cell.site === site);
      const answers = SITE_TABLES.map((name) => sum(own.filter(({ table }) => table === name)));
      expect(new Set(answers).size).toBe(1);
    }
  });

  it("would tell every exact number if each question were rounded anew", () => {
    const grounds = tables.filter(({ table }) => table === "ground");
    const sums = cellsOf(grounds).map(() => 0);
    const questions = 1_500;
    const random = seeded(3);
    for (let question = 0; question < questions; question += 1)
      for (const [cell, { value }] of roundRelease(grounds, random).entries())
        sums[cell] = (sums[cell] ?? 0) + value;
    expect(sums.map((total) => Math.round(total / questions))).toEqual(
      cellsOf(grounds).map(({ value }) => value),
    );
  });
});

describe("differences of what is shown", () => {
  const quarters = YEARS.slice(0, 8);
  const cells = releaseMadeUp(quarters, USUAL_NETWORK);
  const released = {
    quarters: quarters.map((quarter) => ({ quarter, releasedOn: new Date("2026-01-14"), demo: false })),
    cells,
  };
  const sites = USUAL_NETWORK.map(({ site }) => ({ id: site, stateCode: landOf(site) }));
  const shown = (from: number, to: number, chosen: string[] = []) =>
    numbersIn(
      figuresOf(
        released,
        { ...span(quarters, from, to), sites: chosen, land: "", only: null },
        { sites, below: ({ category }) => [category] },
      ),
    );

  it("between overlapping periods give the released numbers of what they do not share, and nothing finer", () => {
    for (const last of [3, 5, 7]) {
      const [longer, shorter, alone] = [shown(0, last), shown(0, last - 1), shown(last, last)];
      expect(longer.size).toBeGreaterThan(100);
      for (const [name, value] of longer)
        expect([name, value - (shorter.get(name) ?? 0)]).toEqual([name, alone.get(name) ?? 0]);
    }
  });

  it("between all sites and all but one give the released numbers of that site, and nothing finer", () => {
    const ids = sites.map(({ id }) => id);
    for (const site of ["site-1", "site-11"]) {
      const [all, others, alone] = [ids, ids.filter((id) => id !== site), [site]].map((some) =>
        shown(0, 3, some),
      );
      expect(all?.size).toBeGreaterThan(100);
      for (const [name, value] of all ?? [])
        expect([name, value - (others?.get(name) ?? 0)]).toEqual([name, alone?.get(name) ?? 0]);
      expect(alone?.get("total")).toBe(
        sum(cells.filter((cell) => cell.table === "form" && cell.site === site && cell.quarter <= "2020-Q4")),
      );
    }
  });

  it("would narrow numbers if a quarter were rounded a second time after a late change", async () => {
    const facts = madeUpFacts("2026-Q1", USUAL_NETWORK, seeded(1));
    const first = release(facts, "2026-Q1", 11);
    const again = release(facts.slice(1), "2026-Q1", 12);
    const fewest = async (...publications: ReleasedCell[][]) =>
      Math.min(...(await possibleValues(knowledgeOf(publications), 5)));
    expect(await fewest(first, first)).toBe(5);
    expect(await fewest(first, again)).toBeLessThan(5);
  });
});

describe("somebody who knows the method by heart", () => {
  const PUBLISHED = {
    ground: { a: [5, 0, 10], b: [0, 0, 20] },
    form: { a: [15, 0], b: [5, 15] },
    grounds: { "": [35, 0] },
  };

  it.each([0, 1, 2, 3, 4])(
    "cannot rule out that a 0 stands for %s: it is published as 0 in so many of five cases",
    (more) => {
      const { ground, form, grounds } = PUBLISHED;
      const truth = [
        tableOf("ground", { ...ground, a: [5, more, 10] }),
        tableOf("form", { ...form, a: [15, more] }),
        tableOf("grounds", { "": [35, more] }),
      ];
      const published = JSON.stringify(
        cellsOf([tableOf("ground", ground), tableOf("form", form), tableOf("grounds", grounds)]),
      );
      const random = seeded(more);
      const runs = 2_000;
      const same = Array.from(
        { length: runs },
        () => JSON.stringify(roundRelease(truth, random)) === published,
      );
      const share = same.filter(Boolean).length / runs;

      expect(Math.abs(share - (5 - more) / 5)).toBeLessThanOrEqual(3 * Math.sqrt(0.25 / runs));
    },
  );
});

const span = (quarters: readonly Quarter[], from: number, to: number) => ({
  from: quarters[from] ?? QUARTER,
  to: quarters[to] ?? QUARTER,
});

/** Every number that is shown, by what it is called. */
const numbersIn = ({ total, course, sites, tables }: Figures): ReadonlyMap<string, number> =>
  new Map([
    ["total", total.value],
    ...course.map(({ quarter, value }) => [quarter, value] as const),
    ...sites.map(({ site, value }) => [site, value] as const),
    ...[...tables].flatMap(([table, rows]) =>
      rows.map(({ category, value }) => [`${table} ${category}`, value] as const),
    ),
  ]);
