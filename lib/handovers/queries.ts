import type { Desk } from "../auth/desk";
import { COLUMNS, openRow } from "./internal/open";
import type { Handover } from "./types";

/** More are listed once some are answered. */
const SHOWN = 30;

/** What other sites offer to hand over, the longest waiting first. */
export async function listHandovers(desk: Desk): Promise<Handover[]> {
  const rows = await desk.db.handover.findMany({
    orderBy: [{ offeredOn: "asc" }, { id: "asc" }],
    take: SHOWN,
    select: COLUMNS,
  });
  return Promise.all(rows.map((row) => openRow(desk, row)));
}

export const countHandovers = (desk: Desk): Promise<number> => desk.db.handover.count();
