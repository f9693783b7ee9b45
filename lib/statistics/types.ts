/** A quarter of a year as it is written everywhere: `2026-Q3`. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

/** The partitions that are released by site. Each puts every counted case into exactly one category. */
export const SITE_TABLES = [
  "ground",
  "lifeArea",
  "form",
  "channel",
  "language",
  "relation",
  "kind",
  "outcome",
  "intervention",
  "howFound",
  "sessions",
] as const;

/** The partitions that are released for the whole network only. */
export const NATIONAL_TABLES = ["grounds"] as const;

export type SiteTable = (typeof SITE_TABLES)[number];
export type NationalTable = (typeof NATIONAL_TABLES)[number];
export type StatisticsTable = SiteTable | NationalTable;

/** What is counted of one closed case: one category in each partition, and nothing else. */
export type Fact = { readonly site: string; readonly quarter: Quarter } & {
  readonly [T in StatisticsTable]: string;
};

/** Exact counts, as they are before rounding: by site, then by category. They never leave the release job. */
export type ExactTable = { readonly table: StatisticsTable; readonly rows: readonly ExactRow[] };
export type ExactRow = { readonly site: string | null; readonly counts: ReadonlyMap<string, number> };

/**
 * A released number: a multiple of 5, rounded up or down at random, and never changed again. `site` is null in a
 * table of the whole network. Totals are not stored: they are sums of these.
 */
export type ReleasedCell = {
  readonly quarter: Quarter;
  readonly table: StatisticsTable;
  readonly site: string | null;
  readonly category: string;
  readonly value: number;
};
