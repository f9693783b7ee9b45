import type { SiteMap } from "@/lib/locations/types";
import type { CategorySum, Figures, StatisticsTable } from "@/lib/statistics/types";
import { BarTable } from "./bar-table";
import { CourseFigure } from "./course-figure";
import { FigureCard } from "./figure-card";
import { type NetworkReader, sayCategory, sayNumber, sayOff, saySite } from "./reader";
import { SitesMap } from "./sites-map";
import { Still } from "./still";

type FigureGridProps = {
  reader: NetworkReader;
  rtl: boolean;
  figures: Figures;
  map: SiteMap | null;
  definitions: string;
};

/** Everything that was released for what is selected. */
export function FigureGrid(props: FigureGridProps) {
  return (
    <Still className="stat-grid">
      <AllFigures {...props} />
    </Still>
  );
}

function AllFigures(props: FigureGridProps) {
  const { reader, rtl, figures, definitions } = props;
  const { t } = reader;
  return (
    <>
      <FigureCard
        id="course"
        heading={t("statistics.course.heading")}
        note={figures.course[0] ? sayOff(reader, figures.course[0]) : ""}
        definition={{ href: `${definitions}#total`, label: t("statistics.whatCounts") }}
      >
        <CourseFigure reader={reader} rtl={rtl} course={figures.course} />
      </FigureCard>
      <SitesFigure {...props} />
      <div className="stat-columns">
        {[...figures.tables].map(([table, rows]) => (
          <CategoryFigure key={table} reader={reader} table={table} rows={rows} definitions={definitions} />
        ))}
      </div>
    </>
  );
}

function SitesFigure({ reader, figures: { sites }, map, definitions }: FigureGridProps) {
  const { t } = reader;
  const rows = sites.map((sum) => ({ key: sum.site, name: saySite(reader, sum.site), sum, share: null }));
  const note = sites[0] ? sayOff(reader, sites[0]) : "";
  return (
    <FigureCard
      id="sites"
      heading={t("statistics.sites.heading")}
      note={`${t("statistics.sites.map")} ${note}`}
      definition={{ href: `${definitions}#sites`, label: t("statistics.whatCounts") }}
    >
      <div className="stat-beside">
        {map && <SitesMap reader={reader} map={map} sites={sites} />}
        <div>
          <BarTable
            reader={reader}
            caption={t("statistics.sites.heading")}
            first={t("networkSettings.sites.one")}
            rows={rows}
          />
        </div>
      </div>
    </FigureCard>
  );
}

type CategoryFigureProps = {
  reader: NetworkReader;
  table: StatisticsTable;
  rows: readonly CategorySum[];
  definitions: string;
};

export function CategoryFigure({ reader, table, rows, definitions }: CategoryFigureProps) {
  const { t } = reader;
  const heading = t(`figures.tables.${table}`);
  return (
    <FigureCard
      id={table}
      heading={heading}
      note={noteOf(reader, rows)}
      definition={{ href: `${definitions}#${table}`, label: t("statistics.whatCounts") }}
    >
      <BarTable
        reader={reader}
        caption={heading}
        first={t("figures.category")}
        rows={rows.map((row) => ({
          key: row.category,
          name: sayCategory(reader, table, row),
          sum: row,
          share: row.share,
        }))}
      />
    </FigureCard>
  );
}

/** How many cases there are, whether several answers were possible, and how far a number can be off. */
export function noteOf(reader: NetworkReader, rows: readonly CategorySum[]): string {
  const { t, locale } = reader;
  const total = rows.reduce((sum, { value }) => sum + value, 0);
  return [
    `N = ${sayNumber(locale, total)}.`,
    rows.some(({ category }) => category === "several") ? t("statistics.several") : "",
    rows[0] ? sayOff(reader, rows[0]) : "",
  ]
    .filter(Boolean)
    .join(" ");
}
