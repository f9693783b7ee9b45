import type { RandomSource } from "../../lib/statistics/internal/random";
import { groundBand } from "../../lib/statistics/rules";
import type { Categories } from "../../lib/statistics/tables";
import type { Fact, Quarter, StatisticsTable } from "../../lib/statistics/types";

export type MadeUpSite = { readonly site: string; readonly cases: number };

/** How many cases eleven counselling centres of usual sizes close in a quarter. */
const USUAL_SIZES = [60, 48, 40, 34, 28, 22, 18, 14, 10, 7, 5];

export const USUAL_NETWORK: readonly MadeUpSite[] = USUAL_SIZES.map((cases, index) => ({
  site: `site-${index + 1}`,
  cases,
}));

/** Sites of the usual sizes in proportion, with so many cases together. */
export function networkOf(sites: number, cases: number): MadeUpSite[] {
  const sizes = Array.from({ length: sites }, (_, index) => USUAL_SIZES[index % USUAL_SIZES.length] ?? 1);
  const all = sizes.reduce((total, size) => total + size, 0);
  return sizes.map((size, index) => ({ site: `site-${index + 1}`, cases: (cases * size) / all }));
}

/** As many categories as the network's lists have at the beginning. */
export const MADE_UP_CATEGORIES: Categories = {
  ground: named(16),
  lifeArea: named(14),
  form: named(10),
  channel: named(7),
  language: named(17),
  relation: named(5),
  kind: named(4),
  outcome: named(11),
  intervention: named(5),
  howFound: named(9),
  sessions: named(4),
  grounds: [0, 2, 3].map(groundBand),
};

function named(many: number): string[] {
  return Array.from({ length: many }, (_, index) => `category-${index + 1}`);
}

/** In the place of "not stated": the rarest. */
const NO_GROUND = MADE_UP_CATEGORIES.ground.at(-1);

/**
 * Made-up cases of a quarter. The number of a site's cases varies around its size as it does in nature; some categories
 * are common and most are rare, and each site has leanings of its own.
 */
export function madeUpFacts(quarter: Quarter, network: readonly MadeUpSite[], random: RandomSource): Fact[] {
  return network.flatMap(({ site, cases }, place) =>
    Array.from({ length: poisson(cases, random) }, () => ({ site, quarter, ...madeUpCase(place, random) })),
  );
}

/** How many grounds were named depends on the main one, as it does in a record. */
function madeUpCase(place: number, random: RandomSource): Record<StatisticsTable, string> {
  const tables = Object.entries(MADE_UP_CATEGORIES) as [StatisticsTable, readonly string[]][];
  const drawn = tables.map(([table, categories]) => [
    table,
    categories[skewed(categories.length, place, random)],
  ]);
  const chosen = Object.fromEntries(drawn) as Record<StatisticsTable, string>;
  const main = chosen.ground === NO_GROUND ? 0 : 1;
  return { ...chosen, grounds: groundBand(main + rankOf(MOST_OTHERS + 1, random)) };
}

const MOST_OTHERS = 3;

/** The first categories are the common ones; which of them leads differs between the sites. */
function skewed(many: number, leaning: number, random: RandomSource): number {
  const rank = rankOf(many, random);
  return rank < 3 ? (rank + leaning) % Math.min(3, many) : rank;
}

const rankOf = (many: number, random: RandomSource): number => Math.floor(many * share(random) ** 2.2);

/** A number of independent rare events (after Knuth), for large means in parts. */
function poisson(mean: number, random: RandomSource): number {
  if (mean > 100) return poisson(100, random) + poisson(mean - 100, random);
  let [count, product] = [0, share(random)];
  for (; product > Math.exp(-mean); count += 1) product *= share(random);
  return count;
}

const share = (random: RandomSource): number => random(2 ** 30) / 2 ** 30;
