// biome-ignore-all lint/performance/noBarrelFile: what other modules count a case with stands behind this door
import type { Desk } from "../auth/desk";
import {
  addNote,
  type CommandResult,
  changeWithin,
  enterCase,
  type OpenedCase,
  openForChange,
} from "../cases/commands";
import { mayMove } from "../cases/rules";
import type { EnterCase } from "../cases/schema";
import type { CaseAction } from "../cases/types";
import type { Receipt } from "../crypto/receipt";
import { isUniqueViolation } from "../db/errors";
import type { CaseStatus } from "../vocabulary/types";
import { countWithin } from "./internal/counted";
import { type EntryForm, storedOf, writeDocumented } from "./internal/documented";
import { type EntryBody, partId, writtenBy } from "./internal/entry";
import { areKnown } from "./internal/known-codes";
import { findEntry, storeEntry, type WriteResult, writeEntry } from "./internal/write";
import { codesIn, partsOfCall, sameValues, tidyGrounds } from "./rules";
import type { CloseCase, FirstCall } from "./schema";
import type { InterventionValues, PartValues, RecordPart, SessionValues } from "./types";

export { countAfterHandover } from "./internal/counted";

/** Codes equal the keys under `staff.record.refused`. */
export type RecordResult = WriteResult | { ok: false; reason: "codeUnknown" };

export type SavePart<P extends RecordPart = RecordPart> = {
  caseId: string;
  part: P;
  values: PartValues[P];
  /** The version that the form was opened on. */
  seen: number;
};

const codeUnknown: RecordResult = { ok: false, reason: "codeUnknown" };

/**
 * Saves one part of the record. Refused to the second of two who change it at once; the same sent twice is one change.
 *
 * @throws AppError `notFound`, also for a case of another site
 */
export async function savePart(desk: Desk, input: SavePart, now: Date): Promise<RecordResult> {
  const opened = await openForChange(desk, input.caseId);
  const { part, seen } = input;
  const values = tidied(part, input.values);
  if (!(await areKnown(desk, codesIn(part, values)))) return codeUnknown;
  const body: EntryBody = { kind: "part", part, values, ...writtenBy(desk, now) };
  const action = { action: "partSaved", part } as const;
  return writeEntry(desk, opened, { id: partId(opened.key, part), seen, body, action }, now);
}

const tidied = (part: RecordPart, values: PartValues[RecordPart]): PartValues[RecordPart] =>
  part === "grounds" ? tidyGrounds(values as PartValues["grounds"]) : values;

/**
 * Documents a session, or changes one.
 *
 * @throws AppError `notFound`, also for a case of another site
 */
export async function writeSession(
  desk: Desk,
  form: EntryForm & { values: SessionValues },
  now: Date,
): Promise<RecordResult> {
  const { interpreter } = form.values;
  if (!(await areKnown(desk, { interpreter: interpreter ? [interpreter] : [] }))) return codeUnknown;
  return writeDocumented(desk, form, { kind: "session", values: form.values }, now);
}

/**
 * Documents an intervention, or changes one.
 *
 * @throws AppError `notFound`, also for a case of another site
 */
export async function writeIntervention(
  desk: Desk,
  form: EntryForm & { values: InterventionValues },
  now: Date,
): Promise<RecordResult> {
  if (!(await areKnown(desk, { intervention: [form.values.intervention] }))) return codeUnknown;
  return writeDocumented(desk, form, { kind: "intervention", values: form.values }, now);
}

/**
 * Marks a session or an intervention as wrong, or takes that back. It counts no more, and stays in sight.
 *
 * @throws AppError `notFound`, also for a case of another site
 */
export async function markWrong(
  desk: Desk,
  { caseId, entry, seen, wrong }: EntryForm & { wrong: boolean },
  now: Date,
): Promise<WriteResult> {
  const opened = await openForChange(desk, caseId);
  const { removed: _removed, ...stored } = await storedOf(desk, opened, entry);
  const body: EntryBody = wrong ? { ...stored, removed: writtenBy(desk, now) } : stored;
  const action: CaseAction = {
    action: "documented",
    what: stored.kind,
    how: wrong ? "removed" : "restored",
  };
  return writeEntry(desk, opened, { id: entry, seen, body, action }, now);
}

/**
 * Closes a case, with what came of it. The only way to close one: the outcome is stored in the same transaction, and
 * so is what is counted of the case.
 *
 * @throws AppError `notFound`, also for a case of another site
 */
export async function closeCase(desk: Desk, input: CloseCase, now: Date): Promise<CommandResult> {
  const { caseId, version, entry, outcomes, reason } = input;
  const opened = await openForChange(desk, caseId);
  const closedBefore = async (): Promise<CommandResult> =>
    (await findEntry(desk, opened, entry)) ? { ok: true } : { ok: false, reason: "changedMeanwhile" };
  if (opened.version !== version) return closedBefore();
  const from = opened.status as CaseStatus;
  if (!mayMove(from, "closed")) return { ok: false, reason: "statusNotPossible" };
  if (outcomes.length === 0 || reason.trim() === "") return { ok: false, reason: "outcomeMissing" };
  if (!(await areKnown(desk, { outcome: outcomes }))) return { ok: false, reason: "codeUnknown" };

  const change = { status: "closed", unread: false, waitingSince: null };
  const action = { action: "statusChanged", from, to: "closed" } as const;
  const body: EntryBody = { kind: "outcome", outcomes, reason, ...writtenBy(desk, now) };
  try {
    const closed = await desk.db.$transaction(async (tx) => {
      if (!(await changeWithin(tx, desk, opened, version, change, action, now))) return false;
      await storeEntry(tx, desk, opened, { id: entry, seen: 0, body }, now);
      await countWithin(tx, desk, opened, now);
      return true;
    });
    return closed ? { ok: true } : await closedBefore();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return { ok: false, reason: "changedMeanwhile" };
  }
}

/**
 * Records a first call: the case as `enterCase` does, and what was asked beyond it as parts of the record in the same
 * transaction. What was changed between two sendings of the same form is kept: in the part, or as a note where a
 * colleague has changed the part since.
 */
export async function enterCall(
  desk: Desk,
  input: EnterCase,
  call: FirstCall,
  locale: string,
  now: Date,
): Promise<{ ok: true; caseId: string; receipt: Receipt } | { ok: false; reason: "codeUnknown" }> {
  const parts = partsOfCall(call);
  for (const { part, values } of parts) {
    if (!(await areKnown(desk, codesIn(part, values)))) return { ok: false, reason: "codeUnknown" };
  }
  const entered = await enterCase(desk, input, locale, now, async (tx, opened) => {
    for (const { part, values } of parts) {
      const body: EntryBody = { kind: "part", part, values, ...writtenBy(desk, now) };
      await storeEntry(tx, desk, opened, { id: partId(opened.key, part), seen: 0, body }, now);
    }
  });
  const opened = await openForChange(desk, entered.caseId);
  for (const { part, values } of parts) await keepPart(desk, opened, part, values, now);
  return { ok: true, ...entered };
}

async function keepPart(
  desk: Desk,
  opened: OpenedCase,
  part: RecordPart,
  values: PartValues[RecordPart],
  now: Date,
): Promise<void> {
  const stored = await findEntry(desk, opened, partId(opened.key, part));
  if (stored?.body?.kind === "part" && sameValues(stored.body.values, values)) return;
  const seen = stored?.version ?? 0;
  const saved = seen <= 1 && (await savePart(desk, { caseId: opened.id, part, values, seen }, now)).ok;
  if (saved) return;
  const text = Object.values(values).flat().filter(Boolean).join("\n");
  await addNote(desk, { caseId: opened.id, noteId: opened.id, text }, now);
}
