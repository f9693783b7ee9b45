import { shifted } from "./periods";
import type { Only, Quarter, Released, Selection } from "./types";

/** What the address of a page says; a name can stand there several times. */
export type Asked = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What can be chosen. Everything else in an address is passed over. */
export type Choices = {
  readonly sites: readonly { readonly id: string; readonly stateCode: string }[];
  readonly only: readonly Only[];
};

const all = (asked: Asked, name: string): string[] => [asked[name] ?? []].flat();
const one = (asked: Asked, name: string): string => all(asked, name)[0] ?? "";

/**
 * What is to be shown: as the address says, and the last four released quarters where it says nothing that there is.
 *
 * @param released with at least one quarter
 */
export function readSelection(asked: Asked, released: Released, { sites, only }: Choices): Selection {
  const first = released.quarters[0]?.quarter ?? "2000-Q1";
  const last = released.quarters.at(-1)?.quarter ?? first;
  const year = shifted(last, -3);
  const from = quarterIn(one(asked, "from"), first, last) ?? (year < first ? first : year);
  const to = quarterIn(one(asked, "to"), first, last) ?? last;
  const land = one(asked, "land");
  return {
    from: from <= to ? from : to,
    to: from <= to ? to : from,
    sites: sites.map(({ id }) => id).filter((id) => all(asked, "site").includes(id)),
    land: sites.some(({ stateCode }) => stateCode === land) ? land : "",
    only: only.find((each) => onlyName(each) === one(asked, "only")) ?? null,
  };
}

const quarterIn = (name: string, first: Quarter, last: Quarter): Quarter | null =>
  /^20\d\d-Q[1-4]$/.test(name) && name >= first && name <= last ? (name as Quarter) : null;

/** How a category is named in an address: `ground.racism`, and with a star what stands below it as well. */
export const onlyName = ({ table, category, whole }: Only): string =>
  `${table}.${category}${whole ? "*" : ""}`;

/** The address of a selection, from its question mark on. */
export function selectionQuery(selection: Selection): string {
  const { from, to, sites, land, only } = selection;
  const query = new URLSearchParams({ from, to });
  for (const site of sites) query.append("site", site);
  if (land) query.set("land", land);
  if (only) query.set("only", onlyName(only));
  return `?${query}`;
}

// What was released never changes, so what can be chosen is found once.
const known = new WeakMap<Released, readonly Only[]>();

/** What cases can be narrowed to: racism as a whole, and each category that occurs in what was released. */
export function narrowings(released: Released): readonly Only[] {
  const kept = known.get(released);
  if (kept) return kept;
  const occurring = (table: Only["table"]) =>
    new Set(released.cells.filter((cell) => cell.table === table).map(({ category }) => category));
  const found = [
    { table: "ground", category: "racism", whole: true } as const,
    ...(["ground", "lifeArea"] as const).flatMap((table) =>
      [...occurring(table)].map((category) => ({ table, category, whole: false })),
    ),
  ];
  known.set(released, found);
  return found;
}
