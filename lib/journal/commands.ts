import type { Desk } from "../auth/desk";
import type { Head } from "../crypto/heads";
import { appendTo, type JournalTx, tellOutside } from "./internal/append";
import { unknownDeeds } from "./internal/deeds";
import type { NewEntry, OpenedCase } from "./internal/entry";
import { dropReading, isRead, noteReading } from "./internal/readings";
import type { JournalAction } from "./types";

/**
 * Adds what somebody did to the history, after what the person did before it. Within the transaction that does it, and
 * as the last part of that.
 *
 * @returns the end of the chain, for `witness`
 */
export const recordAction = (
  tx: JournalTx,
  desk: Desk,
  { id, key }: OpenedCase,
  action: JournalAction,
  now: Date,
): Promise<Head> =>
  appendTo(tx, desk.site, [{ id, key }], [{ caseId: id, key, detail: detailOf(desk, action, now) }]);

/** Says outside the database where the chain ends now. Only once the transaction has come through. */
export const witness = (head: Head): void => tellOutside(head);

/**
 * Adds something that changes nothing about the case: that it was given out, or printed.
 *
 * @throws when it cannot be recorded, so that it is not done either
 */
export async function recordAlone(
  desk: Desk,
  opened: OpenedCase,
  action: JournalAction,
  now: Date,
): Promise<void> {
  witness(await desk.db.$transaction((tx) => recordAction(tx, desk, opened, action, now)));
}

/**
 * Records that somebody opened cases: once a day for each of them, since a reload tells nothing more. What the people
 * wrote and decided since enters before it.
 *
 * @throws when it cannot be recorded, so that nobody reads unrecorded
 */
export async function recordReadings(desk: Desk, readings: readonly OpenedCase[], now: Date): Promise<void> {
  if (readings.length === 0) return;
  const fresh = readings.filter(({ id }) => !isRead(desk.account, id, now));
  // Noted first: two pages of the same case that open at once are one reading.
  for (const { id } of fresh) noteReading(desk.account, id, now);
  try {
    const openings = fresh.map(({ id, key }) => ({
      caseId: id,
      key,
      detail: detailOf(desk, { action: "read" }, now),
    }));
    const deeds = await unknownDeeds(
      desk.db,
      readings.map(({ id }) => id),
    );
    if (openings.length + deeds.length > 0) await append(desk, readings, openings);
  } catch (error) {
    for (const { id } of fresh) dropReading(desk.account, id, now);
    throw error;
  }
}

/** Records what people did themselves in cases that nobody opens just now. */
export const recordDeeds = (desk: Desk, cases: readonly OpenedCase[]): Promise<void> =>
  append(desk, cases, []);

async function append(desk: Desk, cases: readonly OpenedCase[], entries: NewEntry[]): Promise<void> {
  const head = await desk.db.$transaction((tx) => appendTo(tx, desk.site, cases, entries));
  if (head.hash.length > 0) witness(head);
}

const detailOf = (desk: Desk, action: JournalAction, now: Date): string =>
  JSON.stringify({ ...action, account: desk.account, at: now.toISOString() });
