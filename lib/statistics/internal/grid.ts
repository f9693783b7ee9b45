import type { ExactTable } from "../types";
import { sum } from "./controlled";

/** The site under which a table of the whole network stands. */
export type Site = string | null;

/** An exact table with every category in every row, in one order. */
export type Grid = {
  readonly table: ExactTable["table"];
  readonly sites: readonly Site[];
  readonly categories: readonly string[];
  readonly counts: readonly (readonly number[])[];
};

/**
 * Arranges a table: the sites in the order given, and every category that any row has; what a row lacks was not
 * counted there.
 *
 * @throws RangeError when a count is none, or a row is of a site that is not among those given
 */
export function gridOf({ table, rows }: ExactTable, sites: readonly Site[]): Grid {
  const categories = [...new Set(rows.flatMap(({ counts }) => [...counts.keys()]))];
  const bySite = new Map(rows.map(({ site, counts }) => [site, counts]));
  if (bySite.size < rows.length) throw new RangeError(`${table}: two rows of one site`);
  const stray = rows.some(({ site }) => !sites.includes(site));
  if (stray) throw new RangeError(`${table}: a row of a site that has no grounds`);
  const counts = sites.map((site) => categories.map((category) => bySite.get(site)?.get(category) ?? 0));
  if (!counts.flat().every((count) => Number.isSafeInteger(count) && count >= 0))
    throw new RangeError(`${table}: something else than a count`);
  return { table, sites, categories, counts };
}

export const rowTotals = ({ counts }: Grid): number[] => counts.map(sum);
