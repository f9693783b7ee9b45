import { isolate, languageName, type StaffWords } from "@/components/staff/wording";
import type { StatisticsTable } from "@/lib/statistics/types";
import {
  CASE_KINDS,
  CHANNELS,
  COUNSELLING_LANGUAGES,
  type ListName,
  labelIn,
  RELATIONS,
  type VocabularyValue,
} from "@/lib/vocabulary/types";

/** Who reads figures: their words, their language, and the lists of the network. */
export type FigureReader = { t: StaffWords; locale: string; vocabulary: readonly VocabularyValue[] };

/** The tables whose categories are values of a list of the network. */
const LISTS: Partial<Record<StatisticsTable, ListName>> = {
  ground: "ground",
  lifeArea: "lifeArea",
  form: "form",
  outcome: "outcome",
  intervention: "intervention",
  howFound: "howFound",
};

/** What a category of a table is called. */
export function categoryName(reader: FigureReader, table: StatisticsTable, category: string): string {
  const { t, locale, vocabulary } = reader;
  if (category === "several") return t("figures.several");
  if (category === "notStated") return t("figures.notStated");
  const list = LISTS[table];
  if (list) {
    if (table === "intervention" && category === "none") return t("figures.noIntervention");
    const value = vocabulary.find((one) => one.list === list && one.code === category);
    return value ? labelIn(locale, value) : category;
  }
  return table === "sessions" || table === "grounds"
    ? bandName(t, category)
    : fixedName(reader, table, category);
}

function fixedName({ t, locale }: FigureReader, table: StatisticsTable, category: string): string {
  if (table === "language") {
    if (category === "other") return t("figures.otherLanguage");
    return languageName(locale, category, COUNSELLING_LANGUAGES[category]);
  }
  const channel = CHANNELS.find((known) => table === "channel" && known === category);
  if (channel) return t(`channel.${channel}`);
  const relation = RELATIONS.find((known) => table === "relation" && known === category);
  if (relation) return t(`relation.${relation}`);
  const kind = CASE_KINDS.find((known) => table === "kind" && known === category);
  return kind ? t(`kind.${kind}`) : category;
}

/** A band of numbers: `2`, `2-3` or `4+`. */
function bandName(t: StaffWords, band: string): string {
  if (band.endsWith("+")) return t("figures.atLeast", { digits: band.slice(0, -1) });
  const [from = "", to] = band.split("-");
  return to ? t("figures.range", { from, to }) : from;
}

/** How a number differs from the one of the year before, with its sign: `+6`, `−2`, `±0`. */
export function changeOf(value: number, before: number): string {
  const change = value - before;
  return isolate(change > 0 ? `+${change}` : change < 0 ? `−${-change}` : "±0");
}
