import { CASE_KINDS, CHANNELS, type ListName, RELATIONS, type VocabularyValue } from "../vocabulary/types";
import { COUNTED_LANGUAGES } from "./languages";
import { NOT_STATED, SEVERAL } from "./rules";
import {
  type ExactRow,
  type ExactTable,
  type Fact,
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

/**
 * Counts facts: a row for each site, or one for the network, in which every category stands. A code that no list has
 * counts as not stated, so that the columns of a table never depend on the cases.
 *
 * @param sites all that get a row, also those without a case
 */
export function exactTables(
  facts: readonly Fact[],
  sites: readonly string[],
  categories: Categories,
): ExactTable[] {
  const rows = once(...sites, ...facts.map(({ site }) => site)).toSorted();
  const bySite = new Map(rows.map((site) => [site, [] as Fact[]]));
  for (const fact of facts) bySite.get(fact.site)?.push(fact);
  const count = (table: StatisticsTable, counted: readonly (string | null)[]): ExactTable => {
    const known = [...categories[table]].toSorted();
    const rowOf = (site: string | null): ExactRow => {
      const cases = site === null ? facts : (bySite.get(site) ?? []);
      return { site, counts: tally(known, cases, table) };
    };
    return { table, rows: counted.map(rowOf) };
  };
  return [
    ...SITE_TABLES.map((table) => count(table, rows)),
    ...NATIONAL_TABLES.map((table) => count(table, [null])),
  ];
}

function tally(
  categories: readonly string[],
  facts: readonly Fact[],
  table: StatisticsTable,
): Map<string, number> {
  const counts = new Map(categories.map((category) => [category, 0]));
  for (const fact of facts) {
    const category = counts.has(fact[table]) ? fact[table] : NOT_STATED;
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return counts;
}
