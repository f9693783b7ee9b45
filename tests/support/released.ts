import { quartersBetween } from "../../lib/statistics/periods";
import type { Quarter, Released, ReleasedCell } from "../../lib/statistics/types";

export const SITES = [
  { id: "bochum", stateCode: "NW" },
  { id: "koeln", stateCode: "NW" },
  { id: "luebeck", stateCode: "SH" },
];

const TABLES = {
  ground: ["racism", "antiMuslim", "antiBlack", "gender", "notStated"],
  lifeArea: ["work", "housing", "notStated"],
  form: ["harassment", "several", "notStated"],
} as const;

/** Below racism stand its forms; nothing stands below anything else. */
export const below = ({
  table,
  category,
  whole,
}: {
  table: string;
  category: string;
  whole: boolean;
}): string[] =>
  whole && table === "ground" && category === "racism" ? ["racism", "antiMuslim", "antiBlack"] : [category];

export const NETWORK = { sites: SITES, below };

/**
 * Made-up releases in which each number of a table is drawn anew, and the tables of a site add up to the same.
 *
 * @param draw a whole number from 0 up to and without the one given
 */
export function givenReleased(
  from: Quarter,
  to: Quarter,
  draw: (below: number) => number,
  sites: readonly { id: string }[] = SITES,
): Released {
  const quarters = quartersBetween(from, to);
  return {
    quarters: quarters.map((quarter) => ({ quarter, releasedOn: new Date("2026-01-14"), demo: false })),
    cells: quarters.flatMap((quarter) => [
      ...sites.flatMap(({ id }) => siteCells(quarter, id, 5 * draw(20), draw)),
      ...(["0-1", "2", "3+"] as const).map((category) =>
        cell(quarter, "grounds", null, category, 5 * draw(9)),
      ),
    ]),
  };
}

function siteCells(
  quarter: Quarter,
  site: string,
  total: number,
  draw: (below: number) => number,
): ReleasedCell[] {
  return (Object.keys(TABLES) as (keyof typeof TABLES)[]).flatMap((table) => {
    let left = total / 5;
    return TABLES[table].map((category, index) => {
      const part = index === TABLES[table].length - 1 ? left : draw(left + 1);
      left -= part;
      return cell(quarter, table, site, category, 5 * part);
    });
  });
}

const cell = (
  quarter: Quarter,
  table: ReleasedCell["table"],
  site: string | null,
  category: string,
  value: number,
): ReleasedCell => ({ quarter, table, site, category, value });
