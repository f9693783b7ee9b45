import type { Desk } from "../../auth/desk";
import { countOpenCases } from "../queries";
import { OPEN_STATUSES, statusAfterAssignment } from "../rules";
import type { TakeOver } from "../schema";
import { addToCase, changeIfUnmoved, openForChange } from "./change";

/** How many cases one call hands over: each gets an entry in its own history, some 5 ms of work. */
const BATCH = 200;
/** What one press takes over is two thousand cases at most. */
const ROUNDS = 10;

/**
 * Gives the open cases of a colleague to another, or to nobody: of somebody who left, or who is away.
 *
 * @returns how many were handed over, at most 200; refused when the other does not work here
 */
export async function handOverCases(
  desk: Desk,
  { from, to }: { from: string; to: string | null },
  now: Date,
): Promise<HandedOver | Refused<"colleagueUnknown">> {
  if (to && !(await isColleague(desk, to))) return { ok: false, reason: "colleagueUnknown" };
  return { ok: true, moved: await handOver(desk, from, to, now) };
}

/**
 * The same for a colleague who is away, which anybody may do: refused when there are not as many cases as the
 * counsellor confirmed.
 */
export async function takeOverCases(
  desk: Desk,
  { from, to, expected }: TakeOver,
  now: Date,
): Promise<HandedOver | Refused<"colleagueUnknown" | "changedMeanwhile">> {
  if (from === to) return { ok: false, reason: "colleagueUnknown" };
  if ((await countOpenCases(desk, from)) !== expected) return { ok: false, reason: "changedMeanwhile" };
  let total = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const result = await handOverCases(desk, { from, to }, now);
    if (!result.ok) return result;
    total += result.moved;
    if (result.moved < BATCH) break;
  }
  return { ok: true, moved: total };
}

type HandedOver = { ok: true; moved: number };
type Refused<Reason> = { ok: false; reason: Reason };

export const isColleague = async (desk: Desk, accountId: string): Promise<boolean> =>
  (await desk.db.membership.count({ where: { accountId, active: true } })) === 1;

/**
 * Gives open cases of one colleague to another, or to nobody. Each case by itself, so that it can end anywhere and
 * go on later; a case that somebody changes at this very moment is left for the next call.
 *
 * @returns how many were handed over; fewer than there are when there are very many
 */
async function handOver(desk: Desk, from: string, to: string | null, now: Date): Promise<number> {
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
  if (rows.length < BATCH) await handOverFollowUps(desk, from, to, now);
  return moved;
}

/** What somebody still had to do in the cases of others: what they had to do in their own went along with these. */
async function handOverFollowUps(desk: Desk, from: string, to: string | null, now: Date): Promise<void> {
  const rows = await desk.db.followUp.findMany({
    where: { assigneeId: from, doneOn: null },
    select: { caseId: true },
    distinct: ["caseId"],
    take: BATCH,
  });
  for (const { caseId } of rows) {
    const opened = await openForChange(desk, caseId);
    await addToCase(desk, opened, {}, { action: "followUpsGiven", to }, now, async (tx) => {
      await tx.followUp.updateMany({
        where: { caseId, assigneeId: from, doneOn: null },
        data: { assigneeId: to },
      });
    });
  }
}
