import { CASE_KINDS, CHANNELS, type ListName, RELATIONS, type VocabularyValue } from "../vocabulary/types";
import { COUNTED_LANGUAGES } from "./languages";
import { NOT_STATED, SEVERAL } from "./rules";
import {
  type ExactRow,
  type ExactTable,
  type Fact,
  type FactPart,
  NATIONAL_TABLES,
  SITE_TABLES,
  type StatisticsTable,
} from "./types";

export type Categories = Readonly<Record<StatisticsTable, readonly string[]>>;

type Value = Pick<VocabularyValue, "list" | "code" | "parent">;

/**
 * The categories of each table: all values of the network's lists, those that nobody chose are zeros. Retired ones stay:
 * a category that is there only when some case has it would tell that its count is not 0.
 */
export function categoriesOf(vocabulary: readonly Value[]): Categories {
  const firstLevel = (list: ListName) =>
    vocabulary.filter((value) => value.list === list && value.parent === null).map(({ code }) => code);
  const racism = vocabulary.filter(({ list, parent }) => list === "ground" && parent === "racism");
  return {
    ground: once(...firstLevel("ground"), ...racism.map(({ code }) => code), NOT_STATED),
    lifeArea: once(...firstLevel("lifeArea"), NOT_STATED),
    form: once(...firstLevel("form"), SEVERAL, NOT_STATED),
    channel: once(...CHANNELS, NOT_STATED),
    language: once(...COUNTED_LANGUAGES, "other"),
    relation: once(...RELATIONS, NOT_STATED),
    kind: CASE_KINDS,
    outcome: once(...firstLevel("outcome"), SEVERAL, NOT_STATED),
    intervention: once("none", ...firstLevel("intervention"), NOT_STATED),
    howFound: once(...firstLevel("howFound"), NOT_STATED),
    sessions: ["0", "1", "2-3", "4+"],
    grounds: ["0-1", "2", "3+"],
  };
}

const once = (...codes: string[]): string[] => [...new Set(codes)];

/** All tables, in the order in which they are released. */
export const TABLES: readonly StatisticsTable[] = [...SITE_TABLES, ...NATIONAL_TABLES];

/** What a fact says, table by table. */
export const partsOfFact = (fact: Fact): FactPart[] =>
  TABLES.map((table) => ({ site: fact.site, quarter: fact.quarter, table, category: fact[table] }));

type Counts = Map<string, number>;

/**
 * Counts facts by their parts: a row for each site, or one for the network, in which every category stands. Whether
 * the tables tell of the same number of cases is looked at when they are rounded.
 *
 * @param sites all that get a row, also those without a case
 */
export function exactTables(
  parts: readonly FactPart[],
  sites: readonly string[],
  categories: Categories,
): ExactTable[] {
  const rows = [...new Set([...sites, ...parts.map(({ site }) => site)])].toSorted();
  const counts = new Map(TABLES.map((table) => [table, new Map<string | null, Counts>()]));
  for (const [table, bySite] of counts) {
    const known = categories[table].toSorted();
    for (const site of isNational(table) ? [null] : rows)
      bySite.set(site, new Map(known.map((category) => [category, 0])));
  }
  for (const { table, site, category } of parts)
    add(counts.get(table)?.get(isNational(table) ? null : site), category);
  return [...counts].map(([table, bySite]) => ({
    table,
    rows: [...bySite].map(([site, inRow]): ExactRow => ({ site, counts: inRow })),
  }));
}

const isNational = (table: StatisticsTable): boolean => NATIONAL_TABLES.some((each) => each === table);

/** A code that no list has counts as not stated, so that the columns of a table never depend on the cases. */
function add(counts: Counts | undefined, category: string): void {
  const counted = counts?.has(category) ? category : NOT_STATED;
  counts?.set(counted, (counts.get(counted) ?? 0) + 1);
}
