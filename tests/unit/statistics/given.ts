import fc from "fast-check";
import type { RoundedCell } from "../../../lib/statistics/rounding";
import { groundBand } from "../../../lib/statistics/rules";
import type { ExactTable, Quarter, ReleasedCell, StatisticsTable } from "../../../lib/statistics/types";

export const QUARTER: Quarter = "2026-Q1";

/** Three partitions are enough to show what holds for twelve. */
const TABLES = { ground: 4, form: 3, channel: 2, grounds: 3 } as const;
const BANDS = [0, 2, 3].map(groundBand);
const SITES = ["a", "b", "c", "d"];

type Case = { readonly site: string } & Readonly<Record<keyof typeof TABLES, number>>;

/** Made-up cases, counted; also none at all, sites without cases, and categories nobody has. */
export const anyTables: fc.Arbitrary<ExactTable[]> = fc
  .array(
    fc.record({
      site: fc.constantFrom(...SITES),
      ground: fc.nat(TABLES.ground - 1),
      form: fc.nat(TABLES.form - 1),
      channel: fc.nat(TABLES.channel - 1),
      others: fc.nat(3),
    }),
    { maxLength: 150, size: "max" },
  )
  .map((cases) => counted(cases.map((each) => ({ ...each, grounds: bandOf(each) }))));

/** How many grounds were named depends on the main one, as it does in a record; the last one stands for none. */
const bandOf = ({ ground, others }: { ground: number; others: number }): number =>
  BANDS.indexOf(groundBand((ground < TABLES.ground - 1 ? 1 : 0) + others));

function counted(cases: readonly Case[]): ExactTable[] {
  const count = (table: keyof typeof TABLES, site: string | null, category: number) =>
    cases.filter((each) => (site === null || each.site === site) && each[table] === category).length;
  return (Object.keys(TABLES) as (keyof typeof TABLES)[]).map((table) => {
    const sites = table === "grounds" ? [null] : SITES;
    const row = (site: string | null) =>
      Array.from({ length: TABLES[table] }, (_, category) => count(table, site, category));
    return tableOf(table, Object.fromEntries(sites.map((site) => [site ?? "", row(site)])));
  });
}

/** A table as rows of numbers; the row of the network is called "". */
export const tableOf = (
  table: StatisticsTable,
  rows: Readonly<Record<string, readonly number[]>>,
): ExactTable => ({
  table,
  rows: Object.entries(rows).map(([site, counts]) => ({
    site: site || null,
    counts: new Map(counts.map((count, index) => [`${table}-${index + 1}`, count])),
  })),
});

/** The same as if it had been released. */
export const releasedAs = (quarter: Quarter, tables: readonly ExactTable[]): ReleasedCell[] =>
  ofQuarter(quarter, cellsOf(tables));

export const ofQuarter = (quarter: Quarter, cells: readonly RoundedCell[]): ReleasedCell[] =>
  cells.map((cell) => ({ ...cell, quarter }));

/** The exact counts in the shape of released ones, to compare them. */
export const cellsOf = (tables: readonly ExactTable[]): RoundedCell[] =>
  tables.flatMap(({ table, rows }) =>
    rows.flatMap(({ site, counts }) =>
      [...counts].map(([category, value]) => ({ table, site, category, value })),
    ),
  );

/** Every number of a publication: cells, site totals, totals of grounds, and the whole; by name. */
export function numbersOf(cells: readonly RoundedCell[]): Map<string, number> {
  const numbers = new Map<string, number>();
  const add = (name: string, value: number) => numbers.set(name, (numbers.get(name) ?? 0) + value);
  for (const { table, site, category, value } of cells) {
    add(`${table}, ${site}, ${category}`, value);
    add(`${table}, ${site}, total`, value);
    add(`${table}, total`, value);
    if (table === "ground") add(`ground, ${category}, total`, value);
  }
  return numbers;
}
