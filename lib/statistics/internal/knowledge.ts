import type { ReleasedCell, StatisticsTable } from "../types";

/** By how much a published number may differ from the truth, as everybody is told. */
const LARGEST_ERROR = 4;

/** A true count, as far as it is bounded by what was published about that very number. */
export type Unknown = {
  readonly table: StatisticsTable;
  /** The number published first. */
  readonly published: number;
  readonly lower: number;
  readonly upper: number;
};

/** That some counts add up to another. All are given by their place among the unknown counts. */
export type Sum = { readonly whole: number; readonly parts: readonly number[] };

/** What can be said about the true counts of one quarter by somebody who knows nothing but what was published. */
export type Knowledge = { readonly unknowns: readonly Unknown[]; readonly sums: readonly Sum[] };

/** A row or column of a published table, which anybody can add up. */
type Line = {
  readonly name: string;
  /** The name of the count it adds up to. */
  readonly total: string;
  readonly table: StatisticsTable;
  /** Whether that count is in turn a part of the network's total. */
  readonly isSite?: boolean;
};
type AddedLine = Line & { readonly parts: number[]; value: number };

const SITES: Line = { name: "sites", total: "network", table: "ground" };

/**
 * Puts together what was published about one quarter, each time it was. All tables count the same cases, so the total of
 * a site is one and the same unknown in whatever table it is added up; so is the total of the network.
 */
export function knowledgeOf(publications: readonly (readonly ReleasedCell[])[]): Knowledge {
  const gathering = new Gathering();
  for (const cells of publications) gathering.take(cells);
  return { unknowns: gathering.unknowns, sums: [...gathering.sums.values()] };
}

class Gathering {
  readonly unknowns: Unknown[] = [];
  readonly sums = new Map<string, Sum>();
  readonly #places = new Map<string, number>();

  take(cells: readonly ReleasedCell[]): void {
    const lines = new Map<string, AddedLine>();
    for (const cell of cells) {
      const [row, ...others] = linesOf(cell);
      const place = this.#publish(`${row.name} ${cell.category}`, cell.table, cell.value);
      for (const line of [row, ...others]) add(lines, line, place, cell.value);
    }
    for (const line of [...lines.values()]) {
      const whole = this.#enter(line);
      if (line.isSite) add(lines, SITES, whole, line.value);
    }
    const sites = lines.get(SITES.name);
    if (sites) this.#enter(sites);
  }

  /** Takes up a line with its total, which is published by being a sum of published numbers. */
  #enter({ name, total, table, value, parts }: AddedLine): number {
    const whole = this.#publish(total, table, value);
    const before = this.sums.get(name)?.parts ?? [];
    this.sums.set(name, { whole, parts: [...new Set([...before, ...parts])] });
    return whole;
  }

  #publish(name: string, table: StatisticsTable, value: number): number {
    const place = this.#places.get(name) ?? this.unknowns.length;
    this.#places.set(name, place);
    const known = this.unknowns[place] ?? {
      table,
      published: value,
      lower: 0,
      upper: Number.POSITIVE_INFINITY,
    };
    const lower = Math.max(known.lower, value - LARGEST_ERROR);
    const upper = Math.min(known.upper, value + LARGEST_ERROR);
    this.unknowns[place] = { ...known, lower, upper };
    return place;
  }
}

/** The lines a cell stands in: the row of its site or of the network and, for a ground, the column of that ground. */
function linesOf({ table, site, category }: ReleasedCell): [Line, ...Line[]] {
  if (site === null) return [{ name: table, total: SITES.total, table }];
  const row = { name: `${table} of ${site}`, total: `site ${site}`, table };
  if (table !== "ground") return [row];
  const column = `ground ${category}`;
  return [
    { ...row, isSite: true },
    { name: column, total: column, table },
  ];
}

function add(lines: Map<string, AddedLine>, line: Line, part: number, value: number): void {
  const added = lines.get(line.name) ?? { ...line, parts: [], value: 0 };
  added.value += value;
  added.parts.push(part);
  lines.set(line.name, added);
}
