import { getLocale, getTranslations } from "next-intl/server";
import { categoryName } from "@/components/figures/words";
import type { OnlyOption } from "@/components/statistics/filter-form";
import type { NetworkReader } from "@/components/statistics/reader";
import type { NetworkDesk } from "@/lib/auth/desk";
import { listNetworkSites } from "@/lib/network/queries";
import type { NetworkSite } from "@/lib/network/types";
import { readReleased } from "@/lib/statistics/queries";
import { type Asked, narrowings, onlyName, readSelection } from "@/lib/statistics/selection";
import { figuresOf } from "@/lib/statistics/sums";
import type { Figures, Only, Released, Selection } from "@/lib/statistics/types";
import { listVocabulary } from "@/lib/vocabulary/queries";

/** What every page and file of the network's figures starts from. */
export type Shelf = {
  readonly released: Released;
  readonly reader: NetworkReader;
  readonly sites: readonly NetworkSite[];
  readonly options: readonly OnlyOption[];
};

/** Reads what was released, and the words for it. Nothing else of the sites can be read from this desk. */
export async function openShelf(desk: NetworkDesk): Promise<Shelf> {
  const [released, sites, vocabulary, t, locale] = await Promise.all([
    readReleased(desk),
    listNetworkSites(desk),
    listVocabulary(desk.db),
    getTranslations("staff"),
    getLocale(),
  ]);
  const names = new Map(sites.map(({ id, name }) => [id, name]));
  const reader = { t, locale, vocabulary, sites: names };
  const options = narrowings(released).map((only) => ({
    name: onlyName(only),
    only,
    label: labelOf(reader, only),
  }));
  return { released, reader, sites, options };
}

/** What an address asks for, of what there is. */
export const selectedOf = ({ released, sites, options }: Shelf, asked: Asked): Selection =>
  readSelection(asked, released, { sites, only: options.map(({ only }) => only) });

export const figuresFor = ({ released, reader, sites }: Shelf, selection: Selection): Figures =>
  figuresOf(released, selection, { sites, below: (only) => categoriesIn(reader, only) });

/** A category alone, or with what stands below it. */
function categoriesIn({ vocabulary }: NetworkReader, { table, category, whole }: Only): string[] {
  const below = vocabulary.filter(({ list, parent }) => whole && list === table && parent === category);
  return [category, ...below.map(({ code }) => code)];
}

function labelOf(reader: NetworkReader, { table, category, whole }: Only): string {
  const name = categoryName(reader, table, category);
  return whole ? reader.t("statistics.whole", { name }) : name;
}

/** What the chosen category is called; empty for all cases. */
export const nameOf = ({ reader }: Shelf, only: Only | null): string => (only ? labelOf(reader, only) : "");
