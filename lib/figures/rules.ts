import { inOrder, TABLES } from "../statistics/definitions";
import type { Fact, StatisticsTable } from "../statistics/types";
import type { CategoryCount, Days, FigurePeriod, YearPart } from "./types";

/** The first and the last day of each part of a year. */
const DAYS: Record<YearPart, readonly [string, string]> = {
  year: ["01-01", "12-31"],
  H1: ["01-01", "06-30"],
  H2: ["07-01", "12-31"],
  Q1: ["01-01", "03-31"],
  Q2: ["04-01", "06-30"],
  Q3: ["07-01", "09-30"],
  Q4: ["10-01", "12-31"],
};

export function daysOf({ year, part }: FigurePeriod): Days {
  const [from, to] = DAYS[part];
  return { from: `${year}-${from}`, to: `${year}-${to}` };
}

/** The same part of the year before. */
export const yearBefore = ({ year, part }: FigurePeriod): FigurePeriod => ({ year: year - 1, part });

export const isWithin = ({ from, to }: Days, day: string): boolean => day >= from && day <= to;

/**
 * How many cases each category has, in the order in which figures are shown. What occurs in neither period is left out.
 *
 * @param before the facts of the year before; null when they were not counted to the end
 */
export function countTables(
  facts: readonly Fact[],
  before: readonly Fact[] | null,
): Map<StatisticsTable, CategoryCount[]> {
  return new Map(TABLES.map((table) => [table, countTable(table, facts, before)]));
}

function countTable(
  table: StatisticsTable,
  facts: readonly Fact[],
  before: readonly Fact[] | null,
): CategoryCount[] {
  const [now, then] = [tally(table, facts), tally(table, before ?? [])];
  const categories = [...new Set([...now.keys(), ...then.keys()])];
  const rows = categories.map((category) => ({
    category,
    value: now.get(category) ?? 0,
    before: before && (then.get(category) ?? 0),
  }));
  return inOrder(table, rows);
}

function tally(table: StatisticsTable, facts: readonly Fact[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const fact of facts) counts.set(fact[table], (counts.get(fact[table]) ?? 0) + 1);
  return counts;
}
