// biome-ignore-all lint/performance/noBarrelFile: what other modules change a case with stands behind this door, so that every change is in its history
import type { Desk } from "../auth/desk";
import { sealText } from "../crypto/content";
import { letterIdFor, letterPlace, notePlace } from "../crypto/places";
import { isUniqueViolation } from "../db/errors";
import type { LetterBody } from "../intake/types";
import { takeBack } from "../statistics/commands";
import { berlinDay } from "../time/rules";
import { addToCase, changeIfUnmoved, openForChange, type Tx } from "./internal/change";
import { type AlsoStored, type EnterCaseResult, insertEntry } from "./internal/enter";
import { isColleague } from "./internal/hand-over";
import { isOpen, mayMove, statusAfterAssignment } from "./rules";
import type { AddNote, AnswerPerson, AssignCase, ChangeStatus, EnterCase, MarkRead } from "./schema";

export {
  addToCase,
  changeIfUnmoved,
  changeWithin,
  type OpenedCase,
  openForChange,
  type Tx,
} from "./internal/change";
export { enterDecisions } from "./internal/decisions";
export { handOverCases, takeOverCases } from "./internal/hand-over";
export { markSpam, type SpamResult } from "./internal/spam";

/** Codes equal the keys under `staff.refused`. */
export type RefusalCode =
  | "changedMeanwhile"
  | "statusNotPossible"
  | "newLetterMeanwhile"
  | "noMailbox"
  | "outcomeMissing"
  | "codeUnknown"
  | "colleagueUnknown";

export type CommandResult = { ok: true } | { ok: false; reason: RefusalCode };

const DONE: CommandResult = { ok: true };
const refuse = (reason: RefusalCode): CommandResult => ({ ok: false, reason });

/**
 * Moves a case along its life cycle. Not to its end: what came of it belongs to closing (lib/record).
 *
 * @throws AppError `notFound`, also for a case of another site
 */
export async function changeStatus(desk: Desk, input: ChangeStatus, now: Date): Promise<CommandResult> {
  const opened = await openForChange(desk, input.caseId);
  const from = opened.status as ChangeStatus["status"];
  if (opened.version !== input.version) return refuse("changedMeanwhile");
  if (!mayMove(from, input.status)) return refuse("statusNotPossible");
  if (input.status === "closed") return refuse("outcomeMissing");

  // Whoever decides where a case goes has read it; and nobody waits for an answer in a case that is over.
  const change = {
    status: input.status,
    unread: false,
    ...(isOpen(input.status) ? {} : { waitingSince: null }),
  };
  const action = { action: "statusChanged", from, to: input.status } as const;
  // A case that goes on is not counted yet.
  const uncounted = from === "closed" ? (tx: Tx) => takeBack(tx, desk, opened, now) : undefined;
  return (await changeIfUnmoved(desk, opened, input.version, change, action, now, uncounted))
    ? DONE
    : refuse("changedMeanwhile");
}

/**
 * Gives a case to a colleague of the site, or to nobody.
 *
 * @throws AppError `notFound`, also for a case of another site
 */
export async function assignCase(desk: Desk, input: AssignCase, now: Date): Promise<CommandResult> {
  const opened = await openForChange(desk, input.caseId);
  if (opened.version !== input.version) return refuse("changedMeanwhile");
  if (input.assignee && !(await isColleague(desk, input.assignee))) return refuse("colleagueUnknown");

  const from = opened.status as ChangeStatus["status"];
  const change = { assigneeId: input.assignee, status: statusAfterAssignment(from, input.assignee) };
  const action = { action: "assigned", to: input.assignee } as const;
  return (await changeIfUnmoved(desk, opened, input.version, change, action, now))
    ? DONE
    : refuse("changedMeanwhile");
}

/**
 * Answers the person in the thread that their receipt opens. Refused when a letter came that the counsellor
 * had not seen; the same answer sent twice is one letter.
 *
 * @throws AppError `notFound`, also for a case of another site
 */
export async function answerPerson(desk: Desk, input: AnswerPerson, now: Date): Promise<CommandResult> {
  const opened = await openForChange(desk, input.caseId);
  if (!opened.mailbox) return refuse("noMailbox");

  const seq = input.lastSeq + 1;
  const id = letterIdFor(opened.key, JSON.stringify(["site", seq, input.text]));
  const ref = { site: desk.site, caseId: opened.id };
  const body: LetterBody = { text: input.text };
  const sealedBody = sealText(
    opened.key,
    letterPlace(ref, { id, author: "site", seq }),
    JSON.stringify(body),
  );
  const letter = {
    siteId: desk.site,
    caseId: opened.id,
    seq,
    id,
    author: "site",
    sealedBody,
    createdOn: dayOf(now),
  };
  try {
    await addToCase(
      desk,
      opened,
      { unread: false, waitingSince: null },
      { action: "answered" },
      now,
      async (tx) => {
        await tx.message.createMany({ data: [letter] });
        // Whoever answers has looked at the case: the person must not read below an answer that nobody has yet.
        // Conditional, so that a status that a colleague chose meanwhile stays.
        await tx.caseFile.updateMany({
          where: { id: opened.id, status: "received" },
          data: { status: "screened" },
        });
      },
    );
    return DONE;
  } catch (error) {
    // The person or a colleague has written, or this very answer was sent before.
    if (!isUniqueViolation(error)) throw error;
    return (await letterAt(desk, opened.id, seq, id)) ?? refuse("newLetterMeanwhile");
  }
}

/** What a letter with this number means for one that wants it: that it is there already, or another. */
async function letterAt(desk: Desk, caseId: string, seq: number, id: string): Promise<CommandResult | null> {
  const taken = await desk.db.message.findFirst({ where: { caseId, seq }, select: { id: true } });
  return taken && (taken.id === id ? DONE : refuse("newLetterMeanwhile"));
}

/**
 * Records a case that came by phone or in person. It gets a receipt as well, to be given to the person, so
 * that they can read answers later. The same form sent twice gives the same case and receipt; what was
 * changed in it in between is kept as a note.
 *
 * @param locale the language in which the consent was explained
 * @param also what is stored together with a new case, in the same transaction
 */
export async function enterCase(
  desk: Desk,
  input: EnterCase,
  locale: string,
  now: Date,
  also: AlsoStored = async () => {},
): Promise<EnterCaseResult> {
  const { differs, ...result } = await insertEntry(desk, input, locale, now, also);
  if (differs) await addNote(desk, { caseId: result.caseId, noteId: result.caseId, text: allOf(input) }, now);
  return result;
}

const allOf = ({ message, name, phone, email, safeContact, postalCode, setting }: EnterCase): string =>
  [message, name, phone, email, safeContact, postalCode, setting].filter(Boolean).join("\n");

/**
 * Adds an internal note; the same form sent twice is one note, and with other words another.
 *
 * @throws AppError `notFound`, also for a case of another site
 */
export async function addNote(desk: Desk, input: AddNote, now: Date): Promise<CommandResult> {
  const opened = await openForChange(desk, input.caseId);
  const body = JSON.stringify({ account: desk.account, at: now.toISOString(), text: input.text });
  const id = letterIdFor(opened.key, JSON.stringify(["note", input.noteId, input.text]));
  const place = notePlace({ site: desk.site, caseId: opened.id }, id);
  const note = {
    siteId: desk.site,
    caseId: opened.id,
    id,
    createdOn: dayOf(now),
    sealedBody: sealText(opened.key, place, body),
  };
  try {
    await addToCase(desk, opened, {}, { action: "noted" }, now, async (tx) => {
      await tx.note.createMany({ data: [note] });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
  return DONE;
}

/**
 * Says that the person's letters have been read without anything else to do.
 *
 * @throws AppError `notFound`, also for a case of another site
 */
export async function markRead(desk: Desk, input: MarkRead, now: Date): Promise<CommandResult> {
  const opened = await openForChange(desk, input.caseId);
  const action = { action: "markedRead" } as const;
  return (await changeIfUnmoved(desk, opened, input.version, { unread: false }, action, now))
    ? DONE
    : refuse("changedMeanwhile");
}

const dayOf = (now: Date): Date => new Date(berlinDay(now));
