import { BASE, remainderOf, roundControlled, sum } from "./internal/controlled";
import { type Grid, gridOf, rowTotals, type Site } from "./internal/grid";
import { type RandomSource, systemRandom } from "./internal/random";
import { spreadDifference } from "./internal/spread";
import type { ExactTable, ReleasedCell } from "./types";

/** A cell of a release that does not know yet of which quarter it is. */
export type RoundedCell = Omit<ReleasedCell, "quarter">;

/** What was counted for each site, and what is published for it. */
type Totals = {
  readonly sites: readonly Site[];
  readonly exact: readonly number[];
  readonly rounded: number[];
};

/**
 * Rounds the exact tables of one quarter to multiples of 5, at random and without bias: the expectation of every cell
 * is its count, none is off by more than 4, and a multiple of 5 stays what it is.
 *
 * The table of grounds comes first, as controlled rounding after Cox (1987): sites, grounds and the whole are within
 * 4 as well. Every other table is rounded to the site totals this gave, so that all tables of a site add up to
 * the same number, and only one rounding of that number is ever seen.
 *
 * @throws RangeError when there is no table of grounds, or tables disagree about how many cases a site has
 */
export function roundRelease(
  exact: readonly ExactTable[],
  random: RandomSource = systemRandom,
): RoundedCell[] {
  const ground = exact.find(({ table }) => table === "ground");
  if (!ground) throw new RangeError("no table of grounds");
  const sites = ground.rows.map(({ site }) => site);
  const grid = gridOf(ground, sites);
  const rounded = roundGrid(grid, grid.counts, random);
  const totals = { sites, exact: rowTotals(grid), rounded: rounded.map(sum) };
  const others = exact.filter((table) => table !== ground);
  return [cellsOf(grid, rounded), ...others.map((table) => roundWithin(table, totals, random))].flat();
}

/** Rounds a table to totals that are published already. */
function roundWithin(table: ExactTable, published: Totals, random: RandomSource): RoundedCell[] {
  const totals = isNational(table) ? wholeOf(published) : published;
  const grid = gridOf(table, totals.sites);
  const counted = rowTotals(grid);
  if (counted.some((total, row) => total !== totals.exact[row]))
    throw new RangeError(`${table.table}: another number of cases than in the table of grounds`);
  const moved = grid.counts.map((row, index) =>
    spreadDifference(row, (totals.rounded[index] ?? 0) - (totals.exact[index] ?? 0), random),
  );
  return cellsOf(grid, roundGrid(grid, moved, random));
}

const isNational = ({ rows }: ExactTable): boolean => rows.some(({ site }) => site === null);

const wholeOf = ({ exact, rounded }: Totals): Totals => ({
  sites: [null],
  exact: [sum(exact)],
  rounded: [sum(rounded)],
});

/**
 * Rounds what the counts are above the multiples of 5 below them. Counts that were moved to a published total stay
 * between the multiples of 5 they were between before.
 */
function roundGrid(
  { counts }: Grid,
  moved: readonly (readonly number[])[],
  random: RandomSource,
): number[][] {
  const floors = counts.map((row) => row.map((count) => count - remainderOf(count)));
  const above = moved.map((row, r) => row.map((value, c) => value - (floors[r]?.[c] ?? 0)));
  const rounded = roundControlled(above, random);
  return floors.map((row, r) => row.map((floor, c) => floor + (rounded[r]?.[c] ?? 0)));
}

function cellsOf({ table, sites, categories }: Grid, values: readonly (readonly number[])[]): RoundedCell[] {
  return sites.flatMap((site, row) =>
    categories.map((category, column) => {
      const value = values[row]?.[column] ?? 0;
      if (value % BASE !== 0) throw new RangeError(`${table}: a number that was not rounded`);
      return { table, site, category, value };
    }),
  );
}
