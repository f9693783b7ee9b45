import type { Desk } from "../../auth/desk";
import { OPEN_STATUSES, statusAfterAssignment } from "../rules";
import { changeIfUnmoved, openForChange } from "./change";

/** How many cases one call hands over: each gets an entry in its own history, some 5 ms of work. */
const BATCH = 200;

/**
 * Gives open cases of one colleague to another, or to nobody. Each case by itself, so that it can end anywhere and
 * go on later; a case that somebody changes at this very moment is left for the next call.
 *
 * @returns how many were handed over; fewer than there are when there are very many
 */
export async function handOver(desk: Desk, from: string, to: string | null, now: Date): Promise<number> {
  const rows = await desk.db.caseFile.findMany({
    where: { assigneeId: from, status: { in: [...OPEN_STATUSES] } },
    select: { id: true },
    orderBy: { number: "asc" },
    take: BATCH,
  });
  let moved = 0;
  for (const { id } of rows) {
    const opened = await openForChange(desk, id);
    const status = opened.status as Parameters<typeof statusAfterAssignment>[0];
    const change = { assigneeId: to, status: statusAfterAssignment(status, to) };
    const action = { action: "assigned", to } as const;
    if (await changeIfUnmoved(desk, opened, opened.version, change, action, now)) moved += 1;
  }
  return moved;
}
