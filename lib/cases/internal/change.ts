import type { Desk } from "../../auth/desk";
import type { Head } from "../../crypto/heads";
import { AppError } from "../../errors";
import { recordAction, witness } from "../../journal/commands";
import type { CaseAction } from "../types";
import { KEY_COLUMNS, openKeyForChange } from "./open";

const STATE = {
  ...KEY_COLUMNS,
  number: true,
  language: true,
  version: true,
  status: true,
  assigneeId: true,
  waitingSince: true,
  unread: true,
} as const;

/** A case as a command needs it, with its key opened. */
export async function openForChange(desk: Desk, caseId: string) {
  const row = await desk.db.caseFile.findFirst({
    where: { id: caseId },
    select: { ...STATE, mailbox: { select: { caseId: true } } },
  });
  if (!row) throw new AppError("notFound");
  return { ...row, key: await openKeyForChange(desk, row) };
}

export type OpenedCase = Awaited<ReturnType<typeof openForChange>>;

type Change = {
  status?: string;
  assigneeId?: string | null;
  waitingSince?: Date | null;
  unread?: boolean;
};

/** What a change also means elsewhere, as the last of its transaction: it may hold a lock of the whole network. */
type Afterwards = (tx: Tx, status: string) => Promise<void>;

const nothing: Afterwards = async () => {};

/**
 * Changes a case if nobody has since `version`, and writes the history in the same transaction.
 *
 * @returns false when a colleague was first
 */
export async function changeIfUnmoved(
  desk: Desk,
  opened: OpenedCase,
  version: number,
  change: Change,
  action: CaseAction,
  now: Date,
  afterwards = nothing,
): Promise<boolean> {
  const head = await desk.db.$transaction(async (tx) => {
    const changed = await changeAndRecord(tx, desk, opened, version, change, action, now);
    if (changed) await afterwards(tx, change.status ?? opened.status);
    return changed;
  });
  if (head) witness(head);
  return head !== null;
}

/** The same as part of a transaction that does more, and does this last: it locks the site's history. */
export const changeWithin = async (...change: Parameters<typeof changeAndRecord>): Promise<boolean> =>
  (await changeAndRecord(...change)) !== null;

async function changeAndRecord(
  tx: Tx,
  desk: Desk,
  opened: OpenedCase,
  version: number,
  change: Change,
  action: CaseAction,
  now: Date,
): Promise<Head | null> {
  // One conditional write, so that two counsellors changing at once cannot both succeed.
  const { count } = await tx.caseFile.updateMany({
    where: { id: opened.id, version },
    data: { ...change, version: { increment: 1 } },
  });
  return count === 0 ? null : recordAction(tx, desk, opened, action, now);
}

/** The part of a transaction that a command may add to. */
export type Tx = Parameters<Parameters<Desk["db"]["$transaction"]>[0]>[0];

/** Adds something to a case together with its event. Additions do not contradict each other, so none is refused. */
export async function addToCase(
  desk: Desk,
  opened: OpenedCase,
  change: Change,
  action: CaseAction,
  now: Date,
  add: (tx: Tx) => Promise<void>,
  afterwards = nothing,
): Promise<void> {
  const head = await desk.db.$transaction(async (tx) => {
    // The status as it is under the row's lock: a colleague may have closed or reopened the case meanwhile.
    const { status } = await tx.caseFile.update({
      where: { siteId_id: { siteId: desk.site, id: opened.id } },
      data: { ...change, version: { increment: 1 } },
      select: { status: true },
    });
    await add(tx);
    const recorded = await recordAction(tx, desk, opened, action, now);
    await afterwards(tx, status);
    return recorded;
  });
  witness(head);
}
