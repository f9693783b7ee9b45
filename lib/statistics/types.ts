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

/** What a fact says in one table. This is what waits to be counted: no part leads to the others of its case. */
export type FactPart = {
  readonly site: string;
  readonly quarter: Quarter;
  readonly table: StatisticsTable;
  readonly category: string;
};

/**
 * Where a case is counted, as it stands sealed within the case: the random secret that the ids of its rows come from,
 * or null while it is not counted. A fact whose rows are gone was counted for good.
 */
export type CountingLink = { kind: "fact"; fact: string | null; quarter: Quarter | null };

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

export type ReleasedQuarter = {
  readonly quarter: Quarter;
  readonly releasedOn: Date;
  readonly demo: boolean;
};

/** Everything that was ever released, the oldest quarter first. It never changes, it only gets longer. */
export type Released = {
  readonly quarters: readonly ReleasedQuarter[];
  readonly cells: readonly ReleasedCell[];
};

/** Only the cases of one category: `whole` takes in the categories that stand below it in the vocabulary. */
export type Only = {
  readonly table: "ground" | "lifeArea";
  readonly category: string;
  readonly whole: boolean;
};

/** What a coordinator looks at. */
export type Selection = {
  readonly from: Quarter;
  readonly to: Quarter;
  /** Slugs of sites; none means all. */
  readonly sites: readonly string[];
  /** The code of a Land, or empty for all. */
  readonly land: string;
  readonly only: Only | null;
};

/** How far a sum of released numbers is off: in about two of three cases at most `typical`, and never more than `most`. */
export type Off = { readonly typical: number; readonly most: number };

/** A sum of released numbers, and the same for the year before, or null where that cannot be compared. */
export type Sum = { readonly value: number; readonly before: number | null; readonly off: Off };

/** With its share of all cases in whole percent, or null where there are too few cases for shares. */
export type CategorySum = Sum & { readonly category: string; readonly share: number | null };
export type SiteSum = Sum & { readonly site: string };
export type QuarterSum = Sum & { readonly quarter: Quarter };

/** Why the year before is not beside the numbers. */
export type NotCompared = "periodTooLong" | "notReleased";

/** What a coordinator is shown: sums of released numbers, and nothing else. */
export type Figures = {
  readonly selection: Selection;
  /** The released quarters of the period. */
  readonly quarters: readonly Quarter[];
  /** Quarters between them that are not released. */
  readonly missing: readonly Quarter[];
  readonly compared: true | NotCompared;
  /** Whether anything in it is made up. */
  readonly demo: boolean;
  readonly total: Sum;
  readonly course: readonly QuarterSum[];
  readonly sites: readonly SiteSum[];
  /** Everything below "racism" together with it, which the table of grounds shows by its forms. */
  readonly racism: CategorySum | null;
  /** By table; a table that was not released for what was selected is not in here. */
  readonly tables: ReadonlyMap<StatisticsTable, readonly CategorySum[]>;
};

/** Figures as they go into a file: everything that has to be known to read them goes along. */
export type Sheet = {
  readonly title: string;
  /** Period, selection, number of cases: what it is about. */
  readonly facts: readonly (readonly [label: string, text: string])[];
  /** How the numbers came about, and whether they are made up. */
  readonly notes: readonly string[];
  readonly parts: readonly SheetPart[];
};

export type SheetPart = {
  readonly title: string;
  readonly note: string;
  readonly columns: readonly string[];
  readonly rows: readonly SheetRow[];
};

/** Cases, their share in percent, and the cases of the year before, where there are such. */
export type SheetRow = {
  readonly name: string;
  readonly value: number;
  readonly share: number | null;
  readonly before: number | null;
  /** The sum of the rows above it. */
  readonly sum?: true;
};

/** A quarter that is not released, because a number of this table would have told too much. */
export type Refusal = { quarter: Quarter; refusedOn: Date; table: StatisticsTable };
