import type { RandomSource } from "../../lib/statistics/internal/random";
import { roundRelease } from "../../lib/statistics/rounding";
import type { ExactTable } from "../../lib/statistics/types";

/** A number of a table, exact or as it would be published. */
export type Cell = Pick<ReturnType<typeof roundRelease>[number], "table" | "site" | "category" | "value">;

/** A way to publish tables without giving away small numbers. */
export type Method = (tables: readonly ExactTable[], random: RandomSource) => Cell[];

const BASE = 5;

/** Statistical offices hide numbers below this. */
const FEWEST_SHOWN = 5;

/** Guessed for a hidden number: half of what it can be at most. */
const GUESS = 2;

export const exactCells = (tables: readonly ExactTable[]): Cell[] =>
  tables.flatMap(({ table, rows }) =>
    rows.flatMap(({ site, counts }) =>
      [...counts].map(([category, value]) => ({ table, site, category, value })),
    ),
  );

const each =
  (change: (count: number, random: RandomSource) => number): Method =>
  (tables, random) =>
    exactCells(tables).map((cell) => ({ ...cell, value: change(cell.value, random) }));

const isHidden = (count: number): boolean => count > 0 && count < FEWEST_SHOWN;

/** What is compared: the released numbers, and what others do with the same counts. */
export const METHODS: Readonly<Record<string, Method>> = {
  "controlled rounding": roundRelease,
  "1–4 hidden, taken as 0": each((count) => (isHidden(count) ? 0 : count)),
  "1–4 hidden, taken as 2": each((count) => (isHidden(count) ? GUESS : count)),
  "each cell rounded by itself": each((count, random) => {
    const above = count % BASE;
    return count - above + (random(BASE) < above ? BASE : 0);
  }),
};
