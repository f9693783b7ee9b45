import { formatDay, isolate } from "@/components/staff/wording";
import { sayQuarter } from "@/components/statistics/reader";
import { selectionQuery } from "@/lib/statistics/selection";
import type { Figures, Refusal } from "@/lib/statistics/types";
import { nameOf, type Shelf } from "./figures-at-desk";

type LimitsProps = { shelf: Shelf; figures: Figures | null; refusals: readonly Refusal[] };

/** What is not there, and why: said before somebody looks for it. */
export function Limits({ shelf, figures, refusals }: LimitsProps) {
  const { reader } = shelf;
  const { t, locale } = reader;
  return (
    <>
      {refusals.map(({ quarter, refusedOn, table }) => (
        <p key={quarter} className="stat-limit">
          {t("statistics.refused", {
            quarter: sayQuarter(reader, quarter),
            day: formatDay(locale, refusedOn),
            table: t(`figures.tables.${table}`),
          })}
        </p>
      ))}
      {figures && figures.missing.length > 0 && (
        <p className="stat-limit">
          {t("statistics.missing", {
            list: figures.missing.map((quarter) => sayQuarter(reader, quarter)).join(", "),
          })}
        </p>
      )}
      {figures && <Narrowed shelf={shelf} figures={figures} />}
    </>
  );
}

/** One question at a time was released; two at once would show single people. */
function Narrowed({ shelf, figures: { selection } }: { shelf: Shelf; figures: Figures }) {
  const { t, locale } = shelf.reader;
  if (selection.only) {
    return (
      <p className="stat-limit">
        {t("statistics.narrowed", { name: isolate(nameOf(shelf, selection.only)) })}{" "}
        <a href={`/${locale}/network${selectionQuery({ ...selection, only: null })}`}>
          {t("statistics.showAll")}
        </a>
      </p>
    );
  }
  if (selection.sites.length === 0 && !selection.land) return null;
  return <p className="stat-limit">{t("statistics.nationalOnly")}</p>;
}
