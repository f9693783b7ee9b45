import type { CategorySum, Figures, Sum } from "@/lib/statistics/types";
import { type NetworkReader, sayNumber, sayOff, sayShare, saySum } from "./reader";

type TotalCardProps = { reader: NetworkReader; figures: Figures; period: string };

/** How many cases there are, beside the year before, and how sure that is. */
export function TotalCard({ reader, figures, period }: TotalCardProps) {
  const { t, locale } = reader;
  const { total, compared, racism } = figures;
  return (
    <section className="card stat-total" aria-labelledby="total-heading">
      <div>
        <h2 id="total-heading">{t("statistics.total.heading")}</h2>
        <p className="stat-big">{saySum(locale, total)}</p>
        <p>{period}</p>
        <p className="help">{sayOff(reader, total)}</p>
      </div>
      <div>
        <h2>{t("statistics.total.comparison")}</h2>
        {compared === true ? (
          <Comparison reader={reader} sum={total} />
        ) : (
          <p>{t(`statistics.notCompared.${compared}`)}</p>
        )}
      </div>
      {racism && <Racism reader={reader} racism={racism} />}
    </section>
  );
}

/** A difference that rounding alone could make is no difference. */
function Comparison({ reader, sum }: { reader: NetworkReader; sum: Sum }) {
  const { t, locale } = reader;
  const before = sum.before ?? 0;
  const change = sum.value - before;
  const unsure = Math.abs(change) <= Math.ceil(2 * Math.SQRT2 * sum.off.typical);
  const digits = sayNumber(locale, Math.abs(change));
  return (
    <>
      <p className="stat-big">{sayDirection(change, digits)}</p>
      <p>{t("statistics.total.beforeIs", { digits: sayNumber(locale, before) })}</p>
      {unsure && <p className="help">{t("statistics.total.unsure")}</p>}
    </>
  );
}

const sayDirection = (change: number, digits: string): string =>
  `\u2068${change > 0 ? "+" : change < 0 ? "−" : "±"}${digits}\u2069`;

function Racism({ reader, racism }: { reader: NetworkReader; racism: CategorySum }) {
  const { t, locale } = reader;
  return (
    <div>
      <h2>{t("statistics.total.racism")}</h2>
      <p className="stat-big">
        <bdi>{saySum(locale, racism)}</bdi>
        {racism.share !== null && (
          <small>
            <bdi>{sayShare(locale, racism.share)}</bdi>
          </small>
        )}
      </p>
      <p className="help">{sayOff(reader, racism)}</p>
    </div>
  );
}
