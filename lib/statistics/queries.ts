import type { NetworkDesk } from "../auth/desk";
import { refusalOf } from "./internal/refusal";
import type { Quarter, Refusal, Released, ReleasedCell, ReleasedQuarter, StatisticsTable } from "./types";

// Next bundles routes apart from each other, so module state would exist several times: one copy for all.
const shared = globalThis as { weactReleased?: { key: string; released: Released } };

/**
 * Everything that was released. The numbers of a quarter never change, so they are read once and kept; which quarters
 * there are is asked each time, with the login of whoever wants to know. As long as nothing is added, it is the same
 * object.
 */
export async function readReleased(desk: NetworkDesk): Promise<Released> {
  const rows = await desk.db.statisticRelease.findMany({ orderBy: { quarter: "asc" } });
  const quarters = rows.map((row) => ({ ...row, quarter: row.quarter as Quarter }));
  const key = JSON.stringify(quarters);
  const known = shared.weactReleased;
  if (known?.key === key) return known.released;
  const released = await readAnew(desk, quarters, known?.released);
  shared.weactReleased = { key, released };
  return released;
}

async function readAnew(
  desk: NetworkDesk,
  quarters: ReleasedQuarter[],
  known: Released | undefined,
): Promise<Released> {
  const same = (one: ReleasedQuarter) =>
    quarters.some((other) => JSON.stringify(other) === JSON.stringify(one)) ? [one.quarter] : [];
  const kept = new Set(known?.quarters.flatMap(same));
  const missing = quarters.map(({ quarter }) => quarter).filter((quarter) => !kept.has(quarter));
  const rows = await desk.db.statisticCell.findMany({ where: { quarter: { in: missing } } });
  const fresh = rows.map(cellOf);
  const cells = [...(known?.cells.filter(({ quarter }) => kept.has(quarter)) ?? []), ...fresh];
  return Object.freeze({ quarters: Object.freeze(quarters), cells: Object.freeze(cells) });
}

type CellRow = { quarter: string; table: string; site: string; category: string; value: number };

const cellOf = ({ quarter, table, site, category, value }: CellRow): ReleasedCell =>
  Object.freeze({
    quarter: quarter as Quarter,
    table: table as StatisticsTable,
    site: site === "" ? null : site,
    category,
    value,
  });

/** The quarters that are not released, and which table is the reason. */
export async function listRefusals(desk: NetworkDesk): Promise<Refusal[]> {
  const rows = await desk.db.statisticRefusal.findMany({ orderBy: { quarter: "asc" } });
  return rows.map(refusalOf);
}
