import type { Only, Quarter, Released, ReleasedCell, StatisticsTable } from "../types";

type InQuarter = { readonly cells: readonly ReleasedCell[]; readonly sites: ReadonlySet<string> };
export type Index = ReadonlyMap<Quarter, InQuarter>;

/** Sums of released numbers by quarter, by site, and by category of each table. */
export type Tally = {
  readonly byQuarter: ReadonlyMap<Quarter, number>;
  readonly bySite: ReadonlyMap<string, number>;
  readonly byCategory: ReadonlyMap<StatisticsTable, ReadonlyMap<string, number>>;
};

// What was released never changes, so what was read once is sorted by quarter once.
const indexes = new WeakMap<Released, Index>();

export function indexOf(released: Released): Index {
  const known = indexes.get(released);
  if (known) return known;
  const index = new Map(
    released.quarters.map(({ quarter }) => [
      quarter,
      { cells: [] as ReleasedCell[], sites: new Set<string>() },
    ]),
  );
  for (const cell of released.cells) {
    const quarter = index.get(cell.quarter);
    quarter?.cells.push(cell);
    if (cell.table === "ground" && cell.site !== null) quarter?.sites.add(cell.site);
  }
  indexes.set(released, index);
  return index;
}

/** Adds up in one pass what was released for some quarters and sites; `chosen` is null for all of them. */
export function tally(
  index: Index,
  quarters: readonly Quarter[],
  chosen: ReadonlySet<string> | null,
  categories: readonly string[] | null,
  only: Only | null,
): Tally {
  const byQuarter = new Map<Quarter, number>();
  const bySite = new Map<string, number>();
  const byCategory = new Map<StatisticsTable, Map<string, number>>();
  const counting = only?.table ?? "ground";
  for (const quarter of quarters) {
    for (const { table, site, category, value } of index.get(quarter)?.cells ?? []) {
      if (chosen && (site === null || !chosen.has(site))) continue;
      if (only ? table !== counting || !categories?.includes(category) : false) continue;
      const rows = byCategory.get(table) ?? new Map<string, number>();
      byCategory.set(table, add(rows, category, value));
      if (table !== counting || site === null) continue;
      add(byQuarter, quarter, value);
      add(bySite, site, value);
    }
  }
  return { byQuarter, bySite, byCategory };
}

function add<Key>(sums: Map<Key, number>, key: Key, value: number): Map<Key, number> {
  return sums.set(key, (sums.get(key) ?? 0) + value);
}
