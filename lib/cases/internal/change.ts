import type { Desk } from "../../auth/desk";
import { AppError } from "../../errors";
import type { CaseAction } from "../types";
import { KEY_COLUMNS, openKey, sealEvent } from "./open";

const STATE = { ...KEY_COLUMNS, version: true, status: true, assigneeId: true, waitingSince: true } as const;

/** A case as a command needs it, with its key opened. */
export async function openForChange(desk: Desk, caseId: string) {
  const row = await desk.db.caseFile.findFirst({
    where: { id: caseId },
    select: { ...STATE, mailbox: { select: { caseId: true } } },
  });
  if (!row) throw new AppError("notFound");
  return { ...row, key: await openKey(desk, row) };
}

export type OpenedCase = Awaited<ReturnType<typeof openForChange>>;

type Change = {
  status?: string;
  assigneeId?: string | null;
  waitingSince?: Date | null;
  unread?: boolean;
};

/**
 * Changes a case if nobody has since `version`, and writes the history in the same transaction.
 *
 * @returns false when a colleague was first
 */
export function changeIfUnmoved(
  desk: Desk,
  opened: OpenedCase,
  version: number,
  change: Change,
  action: CaseAction,
  now: Date,
): Promise<boolean> {
  return desk.db.$transaction(async (tx) => {
    // One conditional write, so that two counsellors changing at once cannot both succeed.
    const { count } = await tx.caseFile.updateMany({
      where: { id: opened.id, version },
      data: { ...change, version: { increment: 1 } },
    });
    if (count === 0) return false;
    await tx.caseEvent.createMany({
      data: [sealEvent(desk, opened.key, opened.id, version + 1, action, now)],
    });
    return true;
  });
}

/** The part of a transaction that a command may add to. */
export type Tx = Parameters<Parameters<Desk["db"]["$transaction"]>[0]>[0];

/** Adds something to a case together with its event. Additions do not contradict each other, so none is refused. */
export function addToCase(
  desk: Desk,
  opened: OpenedCase,
  change: Change,
  action: CaseAction,
  now: Date,
  add: (tx: Tx) => Promise<void>,
): Promise<void> {
  return desk.db.$transaction(async (tx) => {
    const { version } = await tx.caseFile.update({
      where: { siteId_id: { siteId: desk.site, id: opened.id } },
      data: { ...change, version: { increment: 1 } },
      select: { version: true },
    });
    await add(tx);
    await tx.caseEvent.createMany({ data: [sealEvent(desk, opened.key, opened.id, version, action, now)] });
  });
}
