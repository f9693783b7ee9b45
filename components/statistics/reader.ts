import { categoryName, type FigureReader } from "@/components/figures/words";
import { formatTag } from "@/lib/i18n/format-tag";
import type { CategorySum, Quarter, StatisticsTable, Sum } from "@/lib/statistics/types";

/** Who reads the network's figures: words, language, the lists of the network and the names of its sites. */
export type NetworkReader = FigureReader & { sites: ReadonlyMap<string, string> };

const numbers = new Map<string, Intl.NumberFormat>();

function format(locale: string, value: number, options: Intl.NumberFormatOptions = {}): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = numbers.get(key) ?? new Intl.NumberFormat(formatTag(locale), options);
  numbers.set(key, known);
  return known.format(value);
}

export const sayNumber = (locale: string, value: number): string => format(locale, value);

export const sayShare = (locale: string, share: number): string =>
  format(locale, share / 100, { style: "percent" });

/** A released 0 stands for 0 to 4; a sum of such zeros for something that nobody knows exactly. */
export function saySum(locale: string, { value, off }: Pick<Sum, "value" | "off">): string {
  if (value !== 0) return sayNumber(locale, value);
  return off.most === 4 ? `${sayNumber(locale, 0)}–${sayNumber(locale, 4)}` : `≈ ${sayNumber(locale, 0)}`;
}

export const sayQuarter = ({ t }: FigureReader, quarter: Quarter): string =>
  t("statistics.quarter", { number: quarter.slice(6), year: quarter.slice(0, 4) });

/** As it fits under a column. */
export const sayQuarterShort = ({ t }: FigureReader, quarter: Quarter): string =>
  t("statistics.quarterShort", { number: quarter.slice(6) });

/** A year as `2025`, or a half of one as `2025-1`. */
export function sayPeriodName({ t }: FigureReader, name: string): string {
  const year = name.slice(0, 4);
  if (name.endsWith("-1")) return t("statistics.half.first", { year });
  return name.endsWith("-2") ? t("statistics.half.second", { year }) : year;
}

export const saySite = ({ sites }: NetworkReader, site: string): string => sites.get(site) ?? site;

export const sayCategory = (reader: FigureReader, table: StatisticsTable, row: CategorySum): string =>
  categoryName(reader, table, row.category);

/** What a sum of so many numbers has to be read with. */
export const sayOff = ({ t, locale }: FigureReader, { off }: Pick<Sum, "off">): string =>
  off.most === 4
    ? t("statistics.off.single")
    : t("statistics.off.sum", {
        typical: sayNumber(locale, off.typical),
        most: sayNumber(locale, off.most),
      });
