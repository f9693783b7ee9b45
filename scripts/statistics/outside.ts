import { knowledgeOf, type Unknown } from "../../lib/statistics/internal/knowledge";
import { possibleValues } from "../../lib/statistics/internal/linear-program";
import type { RandomSource } from "../../lib/statistics/internal/random";
import { type RoundedCell, roundRelease } from "../../lib/statistics/rounding";
import { exactTables, partsOfFact } from "../../lib/statistics/tables";
import { MADE_UP_CATEGORIES, type MadeUpSite, madeUpFacts } from "./made-up";
import { exactCells } from "./methods";

const QUARTER = "2026-Q1";
const ENOUGH = 5;

/** Whose numbers are known exactly, and about whose cells something is to be found out. */
type Outsider = {
  readonly knows: (site: string, other: string) => boolean;
  readonly asks: (site: string, other: string) => boolean;
  /** Only how many cases the site has, not its cells. */
  readonly totalOnly?: boolean;
};

const OUTSIDERS: Readonly<Record<string, Outsider>> = {
  "the exact number of cases of the site": {
    knows: (site, other) => site === other,
    asks: (site, other) => site === other,
    totalOnly: true,
  },
  "all numbers of one site, about another": {
    knows: (site, other) => site === other,
    asks: (site, other) => site !== other,
  },
  "all numbers of all other sites": {
    knows: (site, other) => site !== other,
    asks: (site, other) => site === other,
  },
};

export type Narrowed = { readonly knowing: string; readonly fewer: number; readonly single: number };

/** For people who know some numbers exactly: the share of cells that keep fewer than five values, and only one. */
export async function measureOutsiders(
  quarters: number,
  network: readonly MadeUpSite[],
  random: RandomSource,
): Promise<Narrowed[]> {
  const sums = Object.keys(OUTSIDERS).map((knowing) => ({ knowing, cells: 0, fewer: 0, single: 0 }));
  for (let quarter = 0; quarter < quarters; quarter += 1) {
    const sites = network.map(({ site }) => site);
    const facts = madeUpFacts(QUARTER, network, random);
    const tables = exactTables(facts.flatMap(partsOfFact), sites, MADE_UP_CATEGORIES);
    const [exact, published] = [exactCells(tables), roundRelease(tables, random)];
    for (const [place, outsider] of Object.values(OUTSIDERS).entries())
      for (const site of sites) {
        const values = await valuesLeft(outsider, site, exact, published);
        const sum = sums[place] ?? { cells: 0, fewer: 0, single: 0 };
        sum.cells += values.length;
        sum.fewer += values.filter((count) => count < ENOUGH).length;
        sum.single += values.filter((count) => count === 1).length;
      }
  }
  return sums.map(({ knowing, cells, fewer, single }) => ({
    knowing,
    fewer: fewer / cells,
    single: single / cells,
  }));
}

async function valuesLeft(
  { knows, asks, totalOnly }: Outsider,
  site: string,
  exact: readonly { readonly site: string | null; readonly table: string; readonly value: number }[],
  published: readonly RoundedCell[],
): Promise<number[]> {
  const knowledge = knowledgeOf([published.map((cell) => ({ ...cell, quarter: QUARTER }))]);
  const unknowns = [...knowledge.unknowns];
  const learn = (place: number, value: number) => {
    unknowns[place] = { ...(unknowns[place] as Unknown), lower: value, upper: value };
  };
  // The cells come first among the unknown counts, in their order.
  const known = [...exact.entries()].filter(([, cell]) => cell.site !== null && knows(site, cell.site));
  if (!totalOnly) for (const [place, { value }] of known) learn(place, value);
  const own = known.filter(([, { table }]) => table === "ground");
  const total = knowledge.sums.find(({ parts }) => own.every(([place]) => parts.includes(place)));
  if (totalOnly && total)
    learn(
      total.whole,
      own.reduce((sum, [, { value }]) => sum + value, 0),
    );
  const values = await possibleValues({ ...knowledge, unknowns }, ENOUGH);
  return values.filter((_, place) => {
    const cell = published[place];
    return cell?.site != null && asks(site, cell.site);
  });
}
