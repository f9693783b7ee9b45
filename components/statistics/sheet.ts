import { STATES } from "@/lib/sites/types";
import type { Figures, Sheet, SheetPart, SheetRow, Sum } from "@/lib/statistics/types";
import { noteOf } from "./figure-grid";
import {
  type NetworkReader,
  sayCategory,
  sayNumber,
  sayOff,
  sayQuarter,
  sayShare,
  saySite,
  saySum,
} from "./reader";

type Source = { reader: NetworkReader; figures: Figures; only: string; title: string };

/** What is shown, for a file: the same numbers, with everything that has to be known to read them. */
export function sheetOf(source: Source): Sheet {
  const { reader, figures, title } = source;
  const { t } = reader;
  return {
    title,
    facts: factsOf(source),
    notes: [
      ...(figures.demo ? [`${t("statistics.demo.mark")} ${t("statistics.demo.text")}`] : []),
      t("statistics.explain"),
      sayOff(reader, figures.total),
      t("statistics.counted"),
      t("statistics.method"),
    ],
    parts: [coursePart(source), sitesPart(source), ...tableParts(source)],
  };
}

export const sayPeriod = (reader: NetworkReader, { selection }: Figures): string =>
  selection.from === selection.to
    ? sayQuarter(reader, selection.from)
    : reader.t("statistics.period", {
        from: sayQuarter(reader, selection.from),
        to: sayQuarter(reader, selection.to),
      });

function factsOf({ reader, figures, only }: Source): Sheet["facts"] {
  const { t, locale } = reader;
  const { sites, land } = figures.selection;
  return [
    [t("statistics.filter.period"), sayPeriod(reader, figures)],
    ["N", sayNumber(locale, figures.total.value)],
    ...racismFact(reader, figures),
    [
      t("statistics.filter.sites"),
      sites.length > 0
        ? sites.map((site) => saySite(reader, site)).join(", ")
        : t("networkSettings.allSites"),
    ],
    [t("statistics.filter.land"), land ? (STATES[land] ?? land) : t("statistics.filter.everywhere")],
    [t("statistics.filter.only"), only || t("statistics.filter.all")],
  ];
}

/** As on the page, and with its own possible error: it adds up several rows. */
function racismFact(reader: NetworkReader, { racism }: Figures): Sheet["facts"] {
  if (!racism) return [];
  const { t, locale } = reader;
  const share = racism.share === null ? [] : [`(${sayShare(locale, racism.share)})`];
  return [
    [t("statistics.total.racism"), [saySum(locale, racism), ...share, "–", sayOff(reader, racism)].join(" ")],
  ];
}

const coursePart = ({ reader, figures: { course } }: Source): SheetPart =>
  partOf(
    reader,
    { title: reader.t("statistics.course.heading"), first: reader.t("statistics.quarterHead") },
    course.map((sum) => rowOf(sayQuarter(reader, sum.quarter), sum)),
    course[0] ? sayOff(reader, course[0]) : "",
  );

const sitesPart = ({ reader, figures: { sites } }: Source): SheetPart =>
  partOf(
    reader,
    { title: reader.t("statistics.sites.heading"), first: reader.t("networkSettings.sites.one") },
    sites.map((sum) => rowOf(saySite(reader, sum.site), sum)),
    sites[0] ? sayOff(reader, sites[0]) : "",
  );

const tableParts = ({ reader, figures: { tables } }: Source): SheetPart[] =>
  [...tables].map(([table, rows]) =>
    partOf(
      reader,
      { title: reader.t(`figures.tables.${table}`), first: reader.t("figures.category") },
      rows.map((row) => ({ ...rowOf(sayCategory(reader, table, row), row), share: row.share })),
      noteOf(reader, rows),
    ),
  );

const rowOf = (name: string, { value, before }: Sum): SheetRow => ({ name, value, share: null, before });

/** With the sum of its rows, so that everybody sees that they add up. */
function partOf(
  { t }: NetworkReader,
  { title, first }: { title: string; first: string },
  rows: readonly SheetRow[],
  note: string,
): SheetPart {
  const compared = rows.some(({ before }) => before !== null);
  const shares = rows.some(({ share }) => share !== null);
  const add = (pick: (row: SheetRow) => number | null) =>
    rows.reduce((sum, row) => sum + (pick(row) ?? 0), 0);
  const together: SheetRow = {
    name: t("statistics.together"),
    value: add(({ value }) => value),
    share: null,
    before: compared ? add(({ before }) => before) : null,
    sum: true,
  };
  // The share comes last, so that a column that is not there is one that is left off.
  const columns = [first, t("figures.count"), t("figures.before"), t("statistics.sharePercent")];
  return { title, note, columns: columns.slice(0, shares ? 4 : compared ? 3 : 2), rows: [...rows, together] };
}
