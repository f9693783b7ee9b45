import type { RandomSource } from "../../lib/statistics/internal/random";
import { roundRelease } from "../../lib/statistics/rounding";
import { exactTables, partsOfFact } from "../../lib/statistics/tables";
import { type Fact, SITE_TABLES } from "../../lib/statistics/types";
import { MADE_UP_CATEGORIES, type MadeUpSite, madeUpFacts } from "./made-up";
import { type Cell, exactCells } from "./methods";

const BASE = 5;

export type Insider = {
  readonly site: MadeUpSite;
  /** The share of cases of which the total of the site, one table, or all tables give away that they are there. */
  readonly total: number;
  readonly oneTable: number;
  readonly allTables: number;
};

/**
 * Somebody who knows every case of a site but one, and all the categories that one would have: how often do the
 * published numbers prove that it is there? They do where a number could not have become what it is without it: where
 * without it there were 0, 5, 10, … cases and the next multiple of 5 is published.
 */
export function measureInsider(
  quarters: number,
  network: readonly MadeUpSite[],
  random: RandomSource,
): Insider[] {
  const found = network.map((site) => ({ site, cases: 0, total: 0, oneTable: 0, allTables: 0 }));
  for (let quarter = 0; quarter < quarters; quarter += 1) {
    const facts = madeUpFacts("2026-Q1", network, random);
    const sites = network.map(({ site }) => site);
    const tables = exactTables(facts.flatMap(partsOfFact), sites, MADE_UP_CATEGORIES);
    const [exact, published] = [numbersOf(exactCells(tables)), numbersOf(roundRelease(tables, random))];
    const proves = (name: string) => provesOneMore(exact.get(name) ?? 0, published.get(name) ?? 0);
    for (const sums of found)
      for (const fact of facts.filter(({ site }) => site === sums.site.site)) {
        const [total, ground, ...others] = namesOf(fact).map(proves);
        sums.cases += 1;
        if (total) sums.total += 1;
        if (ground) sums.oneTable += 1;
        if (total || ground || others.includes(true)) sums.allTables += 1;
      }
  }
  return found.map(({ site, cases, total, oneTable, allTables }) => ({
    site,
    total: total / cases,
    oneTable: oneTable / cases,
    allTables: allTables / cases,
  }));
}

const provesOneMore = (count: number, published: number): boolean =>
  (count - 1) % BASE === 0 && published === count - 1 + BASE;

/** The numbers a case stands in: the total of its site, then its cell of each table. */
const namesOf = (fact: Fact): string[] => [
  fact.site,
  ...SITE_TABLES.map((table) => [table, fact.site, fact[table]].join()),
];

function numbersOf(cells: readonly Cell[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const { table, site, category, value } of cells) {
    numbers.set([table, site, category].join(), value);
    if (table === "ground" && site !== null) numbers.set(site, (numbers.get(site) ?? 0) + value);
  }
  return numbers;
}
