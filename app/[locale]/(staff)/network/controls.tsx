import { FilterForm } from "@/components/statistics/filter-form";
import { LinkRow, type LinkRowItem } from "@/components/statistics/link-row";
import { sayPeriodName } from "@/components/statistics/reader";
import { periodNames, periodOf, quartersBetween, shifted } from "@/lib/statistics/periods";
import { onlyName, selectionQuery } from "@/lib/statistics/selection";
import type { Figures, Quarter } from "@/lib/statistics/types";
import type { Shelf } from "./figures-at-desk";

type ControlsProps = { shelf: Shelf; figures: Figures };

/** What files are called in every language. */
const FILES = { csv: "CSV", xlsx: "Excel", pdf: "PDF" };
const MOST_PRESETS = 8;

/** What is shown, and how to take it along. */
export function Controls({ shelf, figures }: ControlsProps) {
  const { reader, released, sites, options } = shelf;
  const { t, locale } = reader;
  const { selection } = figures;
  const home = `/${locale}/network`;
  const query = selectionQuery(selection);
  const known = released.quarters.map(({ quarter }) => quarter);
  const counted = new Set(released.cells.map(({ site }) => site));
  return (
    <div className="stat-controls">
      <LinkRow label={t("statistics.filter.period")} items={presetsFor(shelf, figures, known)} />
      <FilterForm
        key={query}
        reader={reader}
        action={home}
        selection={selection}
        chosen={selection.only ? onlyName(selection.only) : ""}
        quarters={quartersBetween(known[0] ?? selection.from, known.at(-1) ?? selection.to)}
        lands={[...new Set(sites.map(({ stateCode }) => stateCode))].toSorted()}
        siteIds={sites.map(({ id }) => id).filter((id) => counted.has(id))}
        options={options}
      />
      <LinkRow
        label={t("statistics.files")}
        items={[
          ...Object.entries(FILES).map(([format, label]) => ({
            href: `${home}/export/${format}${query}`,
            label,
          })),
          { href: `${home}/report`, label: t("statistics.report.title") },
        ]}
      />
    </div>
  );
}

/** Years and half-years of which something is released, the last four quarters, and everything. */
function presetsFor({ reader }: Shelf, { selection }: Figures, known: readonly Quarter[]): LinkRowItem[] {
  const [first, last] = [known[0] ?? selection.from, known.at(-1) ?? selection.to];
  const year = shifted(last, -3);
  const link = (label: string, from: Quarter, to: Quarter): LinkRowItem => ({
    label,
    href: `/${reader.locale}/network${selectionQuery({ ...selection, from, to })}`,
    here: selection.from === from && selection.to === to,
  });
  const named = periodNames(known)
    .slice(0, MOST_PRESETS)
    .flatMap((name) => {
      const period = periodOf(name);
      if (!period || !known.includes(period.from) || !known.includes(period.to)) return [];
      return [link(sayPeriodName(reader, name), period.from, period.to)];
    });
  const lastFour = link(reader.t("statistics.filter.lastFour"), year < first ? first : year, last);
  return [lastFour, ...named, link(reader.t("statistics.filter.everything"), first, last)];
}
