import { NATIONAL_TABLES, type Off, SITE_TABLES, type StatisticsTable } from "./types";

/** In which order the figures are shown. */
export const TABLES = [...SITE_TABLES.slice(0, 3), ...NATIONAL_TABLES, ...SITE_TABLES.slice(3)] as const;

/** Categories that say nothing more: they stand behind the others, however many they are. */
const LAST = ["several", "other", "notStated"];

/** Bands and steps, which have an order of their own. Everything else is shown by size. */
const ORDERED: Partial<Record<StatisticsTable, readonly string[]>> = {
  sessions: ["0", "1", "2-3", "4+"],
  grounds: ["0-1", "2", "3+"],
  intervention: ["none", "nonLegal", "outOfCourt", "inCourt"],
};

/** The largest first, or in the order of the bands; what says nothing more comes last. */
export function inOrder<Row extends { category: string; value: number }>(
  table: StatisticsTable,
  rows: readonly Row[],
): Row[] {
  const order = ORDERED[table];
  const place = ({ category }: Row): number => {
    if (LAST.includes(category)) return 1_000 + LAST.indexOf(category);
    return order ? (order.indexOf(category) + order.length + 1) % (order.length + 1) : 0;
  };
  const byCategory = (a: Row, b: Row) => (a.category < b.category ? -1 : 1);
  return rows.toSorted((a, b) => place(a) - place(b) || b.value - a.value || byCategory(a, b));
}

/**
 * How far a sum of so many numbers is off that were each rounded by themselves. Rounding without bias to one of the
 * neighbouring multiples of 5 moves a number by 4 at most, with a variance of 4 on average over what remains of a
 * division by 5 (Cox 1987); sums add their variances.
 */
export const offBy = (parts: number): Off => ({ typical: Math.ceil(2 * Math.sqrt(parts)), most: 4 * parts });

/** Below this a share of the whole would mostly show the rounding. */
const FEWEST_FOR_SHARES = 100;

/** A share in whole percent, or null where the whole is too small for one. */
export const shareOf = (value: number, total: number): number | null =>
  total < FEWEST_FOR_SHARES ? null : Math.round((value / total) * 100);
