import { useTranslations } from "next-intl";
import type { CategoryCount } from "@/lib/figures/types";
import type { StatisticsTable } from "@/lib/statistics/types";
import { Bar } from "./bar";
import { categoryName, changeOf, type FigureReader } from "./words";

type FigureTableProps = {
  table: StatisticsTable;
  rows: readonly CategoryCount[];
  reader: FigureReader;
};

/**
 * One partition of the closed cases: each number with a bar, and the same of the year before where it is known. On
 * paper each says that it is not for publication, so that no sheet goes without it.
 */
export function FigureTable({ table, rows, reader }: FigureTableProps) {
  const t = useTranslations("staff.figures");
  const most = Math.max(1, ...rows.map(({ value }) => value));
  const compared = rows.some(({ before }) => before !== null);
  return (
    <table className="card figures-table">
      <caption>
        {t(`tables.${table}`)}
        <span className="figures-mark"> · {t("warning.heading")}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t("category")}</th>
          <th scope="col">{t("count")}</th>
          {compared && (
            <>
              <th scope="col">{t("before")}</th>
              <th scope="col">{t("change")}</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ category, value, before }) => (
          <tr key={category}>
            <th scope="row">
              <bdi>{categoryName(reader, table, category)}</bdi>
              <Bar value={value} most={most} />
            </th>
            <td className="strong">{value}</td>
            {before !== null && (
              <>
                <td>{before}</td>
                <td>{changeOf(value, before)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
