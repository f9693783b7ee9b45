import type { Desk } from "../auth/desk";
import type { CaseKey } from "../crypto/content";
import type { Head } from "../crypto/heads";
import { appendTo, type JournalTx, type NewEntry, tellOutside } from "./internal/append";
import { dropReading, lastReading, noteReading } from "./internal/readings";
import type { IncomingLetter, JournalAction } from "./types";

type OpenedCase = { id: string; key: CaseKey };

/**
 * Adds what somebody did to the history, within the transaction that does it and as the last part of that.
 *
 * @returns the end of the chain, for `witness`
 */
export const recordAction = (
  tx: JournalTx,
  desk: Desk,
  { id, key }: OpenedCase,
  action: JournalAction,
  now: Date,
): Promise<Head> => appendTo(tx, desk.site, [{ caseId: id, key, detail: detailOf(desk, action, now) }]);

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

/** A case that somebody opens, with the letters of the person that are in it, as far as they were looked at. */
export type Reading = OpenedCase & { letters?: readonly IncomingLetter[] };

/**
 * Records that somebody opened cases: once a day for each of them, since a reload tells nothing more. Letters that
 * the person wrote enter the history with the first opening after them: the mailbox has no way to the chain.
 *
 * @throws when it cannot be recorded, so that nobody reads unrecorded
 */
export async function recordReadings(desk: Desk, readings: readonly Reading[], now: Date): Promise<void> {
  const fresh = readings.filter((reading) => isNew(desk, reading, now));
  if (fresh.length === 0) return;
  const before = fresh.map(({ id }) => lastReading(desk.account, id, now));
  // Noted first: two pages of the same case that open at once are one reading.
  for (const reading of fresh) noteReading(desk.account, reading.id, newestOf(reading), now);
  try {
    const head = await desk.db.$transaction(async (tx) => {
      const letters = await lettersToRecord(tx, fresh);
      const openings = fresh
        .filter((_, index) => before[index] === undefined)
        .map(({ id, key }) => ({ caseId: id, key, detail: detailOf(desk, { action: "read" }, now) }));
      const entries = [...letters, ...openings];
      return entries.length > 0 ? appendTo(tx, desk.site, entries) : null;
    });
    if (head) witness(head);
  } catch (error) {
    for (const { id } of fresh) dropReading(desk.account, id, now);
    throw error;
  }
}

const newestOf = ({ letters = [] }: Reading): number => Math.max(0, ...letters.map(({ seq }) => seq));

function isNew(desk: Desk, reading: Reading, now: Date): boolean {
  const last = lastReading(desk.account, reading.id, now);
  return last === undefined || last < newestOf(reading);
}

/** The letters that the history does not know yet. */
async function lettersToRecord(tx: JournalTx, readings: readonly Reading[]): Promise<NewEntry[]> {
  const withLetters = readings.filter(({ letters = [] }) => letters.length > 0);
  if (withLetters.length === 0) return [];
  const ids = withLetters.map(({ id }) => id);
  // The lock first: of two colleagues who open a case at once, the second finds what the first has recorded.
  await tx.$executeRaw`SELECT FROM journal_head FOR UPDATE`;
  const known = await tx.journalEntry.findMany({
    where: { caseId: { in: ids }, letter: { not: null } },
    select: { caseId: true, letter: true },
  });
  const recorded = new Set(known.map(({ caseId, letter }) => `${caseId} ${letter}`));
  return withLetters.flatMap(({ id, key, letters = [] }) =>
    letters
      .filter(({ seq }) => !recorded.has(`${id} ${seq}`))
      .map((letter) => ({ caseId: id, key, letter: letter.seq, detail: arrivalOf(letter) })),
  );
}

const detailOf = (desk: Desk, action: JournalAction, now: Date): string =>
  JSON.stringify({ ...action, account: desk.account, at: now.toISOString() });

/** When a letter came is known by the day only; who wrote it has no account. */
const arrivalOf = ({ createdOn }: IncomingLetter): string =>
  JSON.stringify({ action: "personWrote", account: "", at: createdOn.toISOString().slice(0, 10) });
