import { knowledgeOf } from "../../lib/statistics/internal/knowledge";
import { possibleValues } from "../../lib/statistics/internal/linear-program";
import type { RandomSource } from "../../lib/statistics/internal/random";
import { roundRelease } from "../../lib/statistics/rounding";
import { exactTables, partsOfFact } from "../../lib/statistics/tables";
import { MADE_UP_CATEGORIES, type MadeUpSite, madeUpFacts } from "./made-up";

/** How many cells and totals have so many possible values, by exact linear programs over so many made-up quarters. */
export async function measureBounds(
  quarters: number,
  network: readonly MadeUpSite[],
  random: RandomSource,
): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  for (let quarter = 0; quarter < quarters; quarter += 1) {
    const facts = madeUpFacts("2026-Q1", network, random);
    const sites = network.map(({ site }) => site);
    const cells = roundRelease(exactTables(facts.flatMap(partsOfFact), sites, MADE_UP_CATEGORIES), random);
    const knowledge = knowledgeOf([cells.map((cell) => ({ ...cell, quarter: "2026-Q1" as const }))]);
    for (const count of await possibleValues(knowledge, Number.POSITIVE_INFINITY))
      found.set(count, (found.get(count) ?? 0) + 1);
  }
  return new Map([...found].toSorted(([a], [b]) => a - b));
}
