import type { Desk } from "../../auth/desk";
import { type OpenedCase, openForChange } from "../../cases/commands";
import type { CaseAction } from "../../cases/types";
import { AppError } from "../../errors";
import type { InterventionValues, SessionValues } from "../types";
import { type EntryBody, writtenBy } from "./entry";
import { findEntry, type WriteResult, writeEntry } from "./write";

/** An entry as a form names it; `seen` is the version that the form was opened on, 0 for a new one. */
export type EntryForm = { caseId: string; entry: string; seen: number };

type Documented =
  | { kind: "session"; values: SessionValues }
  | { kind: "intervention"; values: InterventionValues };

/** Writes a session or an intervention: a new one, or another content of one that is there. */
export async function writeDocumented(
  desk: Desk,
  { caseId, entry, seen }: EntryForm,
  content: Documented,
  now: Date,
): Promise<WriteResult> {
  const opened = await openForChange(desk, caseId);
  const written = writtenBy(desk, now);
  const stored = seen > 0 ? await storedOf(desk, opened, entry) : null;
  if (stored && stored.kind !== content.kind) throw new AppError("notFound");
  const body: EntryBody = stored
    ? { ...content, account: stored.account, at: stored.at, changed: written, removed: stored.removed }
    : { ...content, ...written };
  const action: CaseAction = { action: "documented", what: content.kind, how: stored ? "changed" : "added" };
  return writeEntry(desk, opened, { id: entry, seen, body, action }, now);
}

/** A session or an intervention as it is stored. */
export async function storedOf(desk: Desk, opened: OpenedCase, entry: string) {
  const body = (await findEntry(desk, opened, entry))?.body;
  if (body?.kind !== "session" && body?.kind !== "intervention") throw new AppError("notFound");
  return body;
}
