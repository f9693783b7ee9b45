import type { RandomSource } from "./random";

const FULL = 5;

/**
 * A table of remainders that knows which of its cells still are between 0 and 5. Rows and columns are its lines: rows
 * are numbered from 0, columns after them. Every line sums up to a multiple of 5, so none ever has just one open cell.
 */
export class OpenCells {
  readonly #values: Int8Array;
  readonly #columns: number;
  readonly #rows: number;
  /** The open cells of each line, and where each cell stands in the lists of its row and of its column. */
  readonly #open: number[][];
  readonly #places: readonly [Int32Array, Int32Array];

  constructor(table: readonly (readonly number[])[]) {
    this.#values = Int8Array.from(table.flat());
    this.#rows = table.length;
    this.#columns = table[0]?.length ?? 0;
    this.#open = Array.from({ length: this.#rows + this.#columns }, () => []);
    this.#places = [new Int32Array(this.#values.length), new Int32Array(this.#values.length)];
    for (const [cell, value] of this.#values.entries()) if (isOpen(value)) this.#enter(cell);
  }

  at(cell: number): number {
    return this.#values[cell] ?? 0;
  }

  row(row: number): number[] {
    return [...this.#values.subarray(row * this.#columns, (row + 1) * this.#columns)];
  }

  isOpen(line: number): boolean {
    return (this.#open[line] ?? []).length > 0;
  }

  change(cell: number, by: number): void {
    this.#values[cell] = this.at(cell) + by;
    if (!isOpen(this.at(cell))) this.#leave(cell);
  }

  /**
   * A ring of open cells, alternately in one row and in one column: a walk from line to line, each time through an
   * open cell chosen at random, until it meets a line again. Which cells balance each other cannot be foreseen.
   */
  ringFrom(row: number, random: RandomSource): number[] {
    const path: number[] = [];
    const met = new Map<number, number>();
    for (let line = row; ; line = this.#otherLine(line, path.at(-1) ?? 0)) {
      const since = met.get(line);
      if (since !== undefined) return path.slice(since);
      met.set(line, path.length);
      path.push(this.#wayFrom(line, path.at(-1), random));
    }
  }

  /** An open cell of the line, but not the one that led there. */
  #wayFrom(line: number, cameBy: number | undefined, random: RandomSource): number {
    const open = this.#open[line] ?? [];
    if (cameBy === undefined) return open[random(open.length)] ?? 0;
    const chosen = random(open.length - 1);
    return open[chosen === this.#placeIn(line, cameBy) ? open.length - 1 : chosen] ?? 0;
  }

  #lines(cell: number): [row: number, column: number] {
    return [Math.floor(cell / this.#columns), this.#rows + (cell % this.#columns)];
  }

  #otherLine(line: number, cell: number): number {
    const [row, column] = this.#lines(cell);
    return line === row ? column : row;
  }

  #placeIn(line: number, cell: number): number {
    return this.#places[line < this.#rows ? 0 : 1][cell] ?? 0;
  }

  #enter(cell: number): void {
    for (const [kind, line] of this.#lines(cell).entries()) {
      const open = this.#open[line] ?? [];
      (this.#places[kind] as Int32Array)[cell] = open.push(cell) - 1;
    }
  }

  /** The last of the list takes the place of the one that leaves, so that leaving costs the same in every list. */
  #leave(cell: number): void {
    for (const [kind, line] of this.#lines(cell).entries()) {
      const places = this.#places[kind] as Int32Array;
      const open = this.#open[line] ?? [];
      const last = open.pop() ?? cell;
      const place = places[cell] ?? 0;
      if (last !== cell) open[place] = last;
      places[last] = place;
    }
  }
}

const isOpen = (value: number): boolean => value > 0 && value < FULL;
