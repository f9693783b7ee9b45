import { randomInt } from "node:crypto";
import { listReleases, readFrame, storeRelease } from "../../lib/statistics/internal/store";
import { quartersBetween, shifted } from "../../lib/statistics/periods";
import { roundRelease } from "../../lib/statistics/rounding";
import { lastDue, nextQuarter } from "../../lib/statistics/rules";
import { exactTables, partsOfFact } from "../../lib/statistics/tables";
import type { Fact, Quarter, StatisticsTable } from "../../lib/statistics/types";
import { DEMO_QUARTERS, isDemoUnfinished } from "./quarters";
import { SIZES, SMALL_SITE, WEIGHTS } from "./weights";

/** How much more is closed in a quarter than in the one before, in percent: people hear of the centres. */
const GROWTH = 3;
/** How far a quarter may lie beside its usual size, in percent. */
const SPREAD = 18;

/**
 * Publishes made-up quarters, marked as such, up to the last one that is due. Goes on where it was ended before all of them
 * were there: otherwise zeros of real quarters, in which nobody worked yet, would stand between them for good.
 * What is released later comes from real cases.
 */
export async function ensureDemoReleases(now: Date): Promise<void> {
  if (!(await isDemoUnfinished())) return;
  const stored = await listReleases();
  const [latest, last] = [stored.at(-1)?.quarter, lastDue(now)];
  const missing = quartersBetween(latest ? nextQuarter(latest) : shifted(last, 1 - DEMO_QUARTERS), last);
  const { sites, categories } = await readFrame();
  for (const [index, quarter] of missing.entries()) {
    const facts = sites.flatMap((site) => madeUpFacts(site, quarter, stored.length + index));
    const cells = roundRelease(exactTables(facts.flatMap(partsOfFact), sites, categories));
    await storeRelease({ quarter, demo: true, cells, counted: [] }, now);
  }
}

function madeUpFacts(site: string, quarter: Quarter, index: number): Fact[] {
  const usual = (SIZES[site] ?? SMALL_SITE) * (1 + (GROWTH / 100) * index);
  const cases = Math.round((usual * (100 + randomInt(-SPREAD, SPREAD + 1))) / 100);
  return Array.from({ length: cases }, () => {
    const tables = Object.keys(WEIGHTS) as StatisticsTable[];
    const chosen = tables.map((table) => [table, drawn(table)]);
    return { site, quarter, ...Object.fromEntries(chosen) };
  });
}

function drawn(table: StatisticsTable): string {
  const weights = Object.entries(WEIGHTS[table]);
  let left = randomInt(weights.reduce((sum, [, weight]) => sum + weight, 0));
  for (const [category, weight] of weights) {
    if (left < weight) return category;
    left -= weight;
  }
  throw new RangeError("a draw beyond the weights");
}
