import { categoryName, type FigureReader } from "@/components/figures/words";
import type { OwnFigures } from "@/lib/figures/types";

/** The lines of the file: the warning first, so that nobody opens it without seeing it. */
export function figureLines(reader: FigureReader, figures: OwnFigures, site: string): string[][] {
  const { t } = reader;
  const { period, days, arrived, closed, open, waiting, tables, extent } = figures;
  const counted = { opened: String(extent.opened), candidates: String(extent.candidates) };
  const number = (value: number | null): string => (value === null ? "" : String(value));
  const line = (table: string, name: string, value: number, before: number | null): string[] => [
    ...[table, name, number(value), number(before)],
  ];
  const overview = t("figures.overview");
  return [
    [t("figures.warning.heading"), t("figures.warning.text")],
    [t("figures.file.site"), site],
    [t("figures.file.period"), `${t(`figures.parts.${period.part}`)} ${period.year}`, days.from, days.to],
    ...(extent.opened < extent.candidates ? [[t("figures.part", counted)]] : []),
    [],
    [t("figures.file.table"), t("figures.category"), t("figures.count"), t("figures.before")],
    line(overview, t("figures.arrived"), arrived.value, arrived.before),
    line(overview, t("figures.closed"), closed.value, closed.before),
    line(overview, t("figures.open"), open, null),
    line(overview, t("figures.waiting"), waiting, null),
    ...[...tables].flatMap(([table, rows]) =>
      rows.map(({ category, value, before }) =>
        line(t(`figures.tables.${table}`), categoryName(reader, table, category), value, before),
      ),
    ),
  ];
}
