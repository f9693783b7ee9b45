import { inOrder, offBy, shareOf, TABLES } from "./definitions";
import { type Index, indexOf, type Tally, tally } from "./internal/tally";
import { quartersBetween, shifted } from "./periods";
import type {
  CategorySum,
  Figures,
  NotCompared,
  Only,
  Quarter,
  QuarterSum,
  Released,
  Selection,
  SiteSum,
  StatisticsTable,
  Sum,
} from "./types";

/** What of the network is needed to add up: its sites, and which categories stand below which. */
export type Network = {
  readonly sites: readonly { readonly id: string; readonly stateCode: string }[];
  readonly below: (only: Only) => readonly string[];
};

/** Longer periods overlap with the same period of the year before. */
const LONGEST_COMPARED = 4;

/**
 * What a coordinator is shown. Everything in it is a sum of released numbers: what was not released for a selection,
 * a table within a ground for example, is not made up from what was.
 */
export function figuresOf(released: Released, selection: Selection, network: Network): Figures {
  const index = indexOf(released);
  const asked = quartersBetween(selection.from, selection.to);
  const quarters = asked.filter((quarter) => index.has(quarter));
  const before = quarters.map((quarter) => shifted(quarter, -4));
  const compared = comparable(asked, before, index);
  const chosen = chosenSites(selection, network);
  const categories = selection.only && network.below(selection.only);
  const [now, then] = [quarters, compared === true ? before : []].map((some) =>
    tally(index, some, chosen, categories, selection.only),
  ) as [Tally, Tally];
  const shown = { index, quarters, chosen, compared, now, then, only: selection.only, categories };
  return {
    selection,
    quarters,
    missing: asked.filter((quarter) => !index.has(quarter)),
    compared,
    demo: isDemo(released, compared === true ? [...quarters, ...before] : quarters),
    total: totalOf(shown),
    course: courseOf(shown),
    sites: sitesOf(shown),
    racism: racismOf(shown, network),
    tables: tablesOf(shown),
  };
}

type Shown = {
  readonly index: Index;
  readonly quarters: readonly Quarter[];
  readonly chosen: ReadonlySet<string> | null;
  readonly compared: true | NotCompared;
  readonly now: Tally;
  readonly then: Tally;
  readonly only: Only | null;
  readonly categories: readonly string[] | null;
};

function comparable(asked: readonly Quarter[], before: readonly Quarter[], index: Index): true | NotCompared {
  if (asked.length > LONGEST_COMPARED) return "periodTooLong";
  return before.length > 0 && before.every((quarter) => index.has(quarter)) ? true : "notReleased";
}

/** Null where nothing narrows the sites: then national tables count, too, and sites that are no longer known. */
function chosenSites({ sites, land }: Selection, network: Network): ReadonlySet<string> | null {
  if (sites.length === 0 && land === "") return null;
  const inLand = network.sites.filter(({ stateCode }) => land === "" || stateCode === land);
  return new Set(inLand.map(({ id }) => id).filter((id) => sites.length === 0 || sites.includes(id)));
}

const isDemo = ({ quarters }: Released, some: readonly Quarter[]): boolean =>
  quarters.some(({ quarter, demo }) => demo && some.includes(quarter));

const sumOf = <Key>(sums: ReadonlyMap<Key, number>): number => [...sums.values()].reduce((a, b) => a + b, 0);

function totalOf({ now, then, compared, ...shown }: Shown): Sum {
  const value = sumOf(now.byQuarter);
  return { value, before: compared === true ? sumOf(then.byQuarter) : null, off: offBy(partsIn(shown)) };
}

/**
 * How many numbers that were rounded by themselves are in a sum over what is shown. The totals of all sites are
 * rounded within the table of main grounds and count once a quarter; otherwise each site's number counts.
 */
function partsIn(
  { index, quarters, chosen, only, categories }: Omit<Shown, "now" | "then" | "compared">,
  controlled = only?.table !== "lifeArea",
): number {
  const sites = quarters.map(
    (quarter) => [...(index.get(quarter)?.sites ?? [])].filter((site) => chosen?.has(site) ?? true).length,
  );
  const numbers =
    controlled && !chosen ? sites.filter((count) => count > 0).length : sites.reduce((a, b) => a + b, 0);
  return numbers * (categories?.length ?? 1);
}

function courseOf({ now, then, compared, ...shown }: Shown): QuarterSum[] {
  return shown.quarters.map((quarter) => ({
    quarter,
    value: now.byQuarter.get(quarter) ?? 0,
    before: compared === true ? (then.byQuarter.get(shifted(quarter, -4)) ?? 0) : null,
    off: offBy(partsIn({ ...shown, quarters: [quarter] })),
  }));
}

function sitesOf({ index, quarters, chosen, compared, now, then, categories }: Shown): SiteSum[] {
  const counted = new Set(quarters.flatMap((quarter) => [...(index.get(quarter)?.sites ?? [])]));
  return [...counted]
    .filter((site) => chosen?.has(site) ?? true)
    .map((site) => ({
      site,
      value: now.bySite.get(site) ?? 0,
      before: compared === true ? (then.bySite.get(site) ?? 0) : null,
      off: offBy(
        quarters.filter((quarter) => index.get(quarter)?.sites.has(site)).length * (categories?.length ?? 1),
      ),
    }))
    .toSorted((a, b) => b.value - a.value || (a.site < b.site ? -1 : 1));
}

function tablesOf(shown: Shown): Map<StatisticsTable, CategorySum[]> {
  const tables = new Map<StatisticsTable, CategorySum[]>();
  for (const table of shown.only ? [] : TABLES) {
    const now = shown.now.byCategory.get(table);
    if (!now) continue;
    const then = shown.then.byCategory.get(table);
    const controlled = table === "ground" || table === "grounds";
    const off = offBy(partsIn(shown, controlled));
    const total = sumOf(now);
    const rows = [...now].map(([category, value]) => ({
      category,
      value,
      before: shown.compared === true ? (then?.get(category) ?? 0) : null,
      share: shareOf(value, total),
      off,
    }));
    tables.set(table, inOrder(table, rows));
  }
  return tables;
}

/** The forms of racism together: who speaks about racism needs that number, and it is no row of its own. */
function racismOf({ now, then, compared, ...shown }: Shown, { below }: Network): CategorySum | null {
  if (shown.only) return null;
  const categories = below({ table: "ground", category: "racism", whole: true });
  const sumIn = (tally: Tally) => {
    const grounds = tally.byCategory.get("ground");
    return categories.reduce((sum, category) => sum + (grounds?.get(category) ?? 0), 0);
  };
  const value = sumIn(now);
  return {
    category: "racism",
    value,
    before: compared === true ? sumIn(then) : null,
    share: shareOf(value, sumOf(now.byQuarter)),
    off: offBy(partsIn({ ...shown, categories }, true)),
  };
}
