import type { RandomSource } from "../../lib/statistics/internal/random";
import { exactTables, partsOfFact } from "../../lib/statistics/tables";
import type { ExactTable, Quarter } from "../../lib/statistics/types";
import { MADE_UP_CATEGORIES, type MadeUpSite, madeUpFacts } from "./made-up";
import { type Cell, exactCells, METHODS } from "./methods";

const QUARTERS: readonly Quarter[] = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"];
const TABLES: readonly string[] = ["ground", "lifeArea"];

/** What people read off: a name for it, and which number a cell goes into; null when it does not. */
const READINGS: Readonly<Record<string, (cell: Cell) => string | null>> = {
  "a ground at a site": ({ table, site, category }) => (table === "ground" ? `${site} ${category}` : null),
  "a site": ({ table, site }) => (table === "ground" ? site : null),
  "a ground in the network": ({ table, category }) => (table === "ground" ? category : null),
  "an area of life in the network": ({ table, category }) => (table === "lifeArea" ? category : null),
  "all cases of the network": ({ table }) => (table === "ground" ? "all" : null),
};

export type Accuracy = {
  readonly reading: string;
  readonly period: string;
  readonly errors: readonly number[];
};

/**
 * The root mean square error of what can be read off the published numbers, by method, over so many made-up years.
 * The mean is taken over all numbers of a kind: a small site counts like a large one.
 */
export function measureAccuracy(
  years: number,
  network: readonly MadeUpSite[],
  random: RandomSource,
): Accuracy[] {
  const methods = Object.values(METHODS);
  const squares = new Map<string, { sum: number; count: number }[]>();
  for (let year = 0; year < years; year += 1) {
    const quarters = QUARTERS.map((quarter) => tablesOf(quarter, network, random));
    for (const [place, method] of methods.entries()) {
      const published = quarters.map((tables) => method(tables, random));
      const exact = quarters.map(exactCells);
      for (const [quarter, cells] of published.entries())
        note(squares, "quarter", place, cells, exact[quarter] ?? []);
      note(squares, "year", place, published.flat(), exact.flat());
    }
  }
  return [...squares].map(([name, sums]) => {
    const [reading = "", period = ""] = name.split("|");
    return { reading, period, errors: sums.map(({ sum, count }) => Math.sqrt(sum / count)) };
  });
}

function tablesOf(quarter: Quarter, network: readonly MadeUpSite[], random: RandomSource): ExactTable[] {
  const facts = madeUpFacts(quarter, network, random);
  const sites = network.map(({ site }) => site);
  return exactTables(facts.flatMap(partsOfFact), sites, MADE_UP_CATEGORIES).filter(({ table }) =>
    TABLES.includes(table),
  );
}

type Squares = Map<string, { sum: number; count: number }[]>;

function note(
  squares: Squares,
  period: string,
  method: number,
  published: readonly Cell[],
  exact: readonly Cell[],
) {
  for (const [reading, nameOf] of Object.entries(READINGS)) {
    const errors = new Map<string, number>();
    const add = (cells: readonly Cell[], sign: number) => {
      for (const cell of cells) {
        const name = nameOf(cell);
        if (name !== null) errors.set(name, (errors.get(name) ?? 0) + sign * cell.value);
      }
    };
    add(published, 1);
    add(exact, -1);
    const key = `${reading}|${period}`;
    const all = squares.get(key) ?? Object.keys(METHODS).map(() => ({ sum: 0, count: 0 }));
    const own = all[method] ?? { sum: 0, count: 0 };
    for (const error of errors.values()) own.sum += error ** 2;
    own.count += errors.size;
    squares.set(key, all);
  }
}
