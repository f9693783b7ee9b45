import type { RandomSource } from "../../lib/statistics/internal/random";
import { roundRelease } from "../../lib/statistics/rounding";
import { exactTables, partsOfFact } from "../../lib/statistics/tables";
import { MADE_UP_CATEGORIES, type MadeUpSite, madeUpFacts } from "./made-up";
import { exactCells } from "./methods";

/** What stands behind a published number: how often it is right as it stands, and how often there is nobody. */
export type Guess = {
  readonly published: string;
  readonly cells: number;
  readonly exact: number;
  readonly nobody: number;
};

/** The chances of somebody who takes the published numbers for the truth, over so many made-up quarters. */
export function measureGuesses(
  quarters: number,
  network: readonly MadeUpSite[],
  random: RandomSource,
): Guess[] {
  const counts = new Map<string, { cells: number; exact: number; nobody: number }>();
  for (let quarter = 0; quarter < quarters; quarter += 1) {
    const facts = madeUpFacts("2026-Q1", network, random);
    const sites = network.map(({ site }) => site);
    const tables = exactTables(facts.flatMap(partsOfFact), sites, MADE_UP_CATEGORIES).filter(
      ({ table }) => table === "ground",
    );
    const truth = exactCells(tables);
    for (const [cell, { value }] of roundRelease(tables, random).entries()) {
      const name = value < 15 ? String(value) : "15 and more";
      const count = counts.get(name) ?? { cells: 0, exact: 0, nobody: 0 };
      counts.set(name, count);
      const exact = truth[cell]?.value ?? 0;
      count.cells += 1;
      if (exact === value) count.exact += 1;
      if (exact === 0) count.nobody += 1;
    }
  }
  return [...counts]
    .map(([published, { cells, exact, nobody }]) => ({
      published,
      cells,
      exact: exact / cells,
      nobody: nobody / cells,
    }))
    .toSorted((a, b) => Number.parseInt(a.published, 10) - Number.parseInt(b.published, 10));
}
