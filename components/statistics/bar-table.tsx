import { scaleLinear } from "@visx/scale";
import { isolate } from "@/components/staff/wording";
import type { Sum } from "@/lib/statistics/types";
import { BarLine } from "./bar-line";
import { type NetworkReader, sayNumber, sayShare, saySum } from "./reader";

export type BarRow = { key: string; name: string; sum: Sum; share: number | null };

type BarTableProps = { reader: NetworkReader; caption: string; first: string; rows: readonly BarRow[] };

/**
 * Numbers as bars that are their own table: what a row is called, how much it is, and how much it was. Rows that
 * are nothing but zeros stand in words below it.
 */
export function BarTable({ reader, caption, first, rows }: BarTableProps) {
  const { t, locale } = reader;
  const most = Math.max(5, ...rows.flatMap(({ sum }) => [sum.value, sum.before ?? 0]));
  const length = scaleLinear<number>({ domain: [0, most], range: [0, 100] });
  const seen = rows.filter(({ sum }) => sum.value > 0 || (sum.before ?? 0) > 0);
  const compared = rows.some(({ sum }) => sum.before !== null);
  const shares = rows.some(({ share }) => share !== null);
  return (
    <>
      <table className="stat-table">
        <caption className="stat-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col">{t("figures.count")}</th>
            {shares && <th scope="col">{t("statistics.share")}</th>}
            {compared && <th scope="col">{t("figures.before")}</th>}
          </tr>
        </thead>
        <tbody>
          {seen.map(({ key, name, sum, share }) => (
            <tr key={key}>
              <th scope="row">
                <bdi>{name}</bdi>
                <BarLine length={length} value={sum.value} before={sum.before} />
              </th>
              <td className="stat-number">{saySum(locale, sum)}</td>
              {shares && <td>{share === null ? "" : sayShare(locale, share)}</td>}
              {compared && <td>{sum.before === null ? "" : sayNumber(locale, sum.before)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <Zeros reader={reader} rows={rows.filter((row) => !seen.includes(row))} />
    </>
  );
}

function Zeros({ reader: { t, locale }, rows }: { reader: NetworkReader; rows: readonly BarRow[] }) {
  if (rows.length === 0) return null;
  const list = new Intl.ListFormat(locale, { type: "unit", style: "short" });
  return (
    <p className="help">
      {t("statistics.zeros", { list: list.format(rows.map(({ name }) => isolate(name))) })}
    </p>
  );
}
