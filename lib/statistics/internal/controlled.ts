import { OpenCells } from "./open-cells";
import type { RandomSource } from "./random";

/** What numbers are rounded to. */
export const BASE = 5;

/** What a number is above the multiple of 5 below it. */
export const remainderOf = (count: number): number => ((count % BASE) + BASE) % BASE;

/** What a sum still needs to be a multiple of 5. */
const missing = (values: readonly number[]): number => remainderOf(-sum(values));

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * Unbiased controlled rounding of a two-way table (L. H. Cox, A constructive procedure for unbiased controlled
 * rounding, Journal of the American Statistical Association 82 (1987), 520–524).
 *
 * Takes the remainders of the cells, 0 to 5 each, and returns 0 or 5 for each: a 0 stays 0 and a 5 stays 5, the
 * expectation of each is the remainder itself, and every row, every column and the whole go to the multiple of 5
 * below or above them as well.
 *
 * A row and a column that fill each sum up to a multiple of 5 stand beside the table. From then on only rings of
 * cells are changed, up and down in turn, so that no sum changes any more. What is left of the added cells is where the
 * sums went.
 */
export function roundControlled(
  remainders: readonly (readonly number[])[],
  random: RandomSource,
): number[][] {
  const columns = remainders[0]?.length ?? 0;
  const cells = new OpenCells(withMargins(remainders, columns));
  for (let row = 0; row <= remainders.length; row += 1)
    while (cells.isOpen(row)) settle(cells, cells.ringFrom(row, random), random);
  return remainders.map((_, row) => cells.row(row).slice(0, columns));
}

function withMargins(remainders: readonly (readonly number[])[], columns: number): number[][] {
  const rows = remainders.map((row) => [...row, missing(row)]);
  const last = Array.from({ length: columns + 1 }, (_, column) =>
    missing(rows.map((row) => row[column] ?? 0)),
  );
  return [...rows, last];
}

/**
 * Moves along a ring in one direction or the other until one of its cells is 0 or 5. The further of the two ways is the
 * less likely one, in the proportion that leaves every cell its expectation.
 */
function settle(cells: OpenCells, ring: readonly number[], random: RandomSource): void {
  const up = room(cells, ring, 0);
  const down = room(cells, ring, 1);
  const step = random(up + down) < down ? up : -down;
  for (const [place, cell] of ring.entries()) cells.change(cell, place % 2 === 0 ? step : -step);
}

/** How far the cells at even (0) or odd (1) places of a ring can go up while the others go down. */
const room = (cells: OpenCells, ring: readonly number[], rising: 0 | 1): number =>
  Math.min(...ring.map((cell, place) => (place % 2 === rising ? BASE - cells.at(cell) : cells.at(cell))));
