import type { Desk } from "../auth/desk";
import { addToCase, type OpenedCase, openForChange, type Tx } from "../cases/commands";
import { isUniqueViolation } from "../db/errors";
import { AppError } from "../errors";
import { recordAlone } from "../journal/commands";
import { berlinDay } from "../time/rules";
import { type DocumentBody, openDocument, sealDocument } from "./internal/body";
import { docxOf } from "./internal/docx";
import type { SaveDocument } from "./schema";
import type { CaseDocument, SaveResult } from "./types";

/** Somebody else was first: what was begun is taken back. */
class Moved extends Error {}

/**
 * Saves a letter: a new one under the id that came with its form, or the next version of one that is there. The same
 * form sent twice is one letter.
 *
 * @returns what stands there, when a colleague has changed it since
 * @throws AppError `notFound`, also for a case of another site
 */
export async function saveDocument(desk: Desk, input: SaveDocument, now: Date): Promise<SaveResult> {
  const opened = await openForChange(desk, input.caseId);
  const version = input.seen + 1;
  const body = { title: input.title, text: input.text, account: desk.account, at: now.toISOString() };
  const action = { action: version === 1 ? "documentWritten" : "documentChanged" } as const;
  try {
    await addToCase(desk, opened, {}, action, now, (tx) => store(tx, desk, opened, input, body));
    return { ok: true, version };
  } catch (error) {
    if (!(error instanceof Moved || isUniqueViolation(error))) throw error;
  }
  const current = await standing(desk, opened, input.documentId);
  const isSame = current.title === input.title && current.text === input.text;
  return isSame ? { ok: true, version: current.version } : { ok: false, reason: "changedMeanwhile", current };
}

async function store(
  tx: Tx,
  desk: Desk,
  opened: OpenedCase,
  { documentId: id, seen }: SaveDocument,
  body: DocumentBody,
): Promise<void> {
  const version = seen + 1;
  const ref = { site: desk.site, caseId: opened.id };
  const sealedBody = sealDocument(opened.key, ref, { id, version }, body);
  if (seen === 0) {
    const createdOn = new Date(berlinDay(new Date(body.at)));
    const row = { siteId: desk.site, caseId: opened.id, id, version, createdOn, sealedBody };
    await tx.document.createMany({ data: [row] });
    return;
  }
  const { count } = await tx.document.updateMany({
    where: { caseId: opened.id, id, version: seen },
    data: { version, sealedBody },
  });
  if (count === 0) throw new Moved();
}

async function standing(desk: Desk, opened: OpenedCase, id: string): Promise<CaseDocument> {
  const row = await desk.db.document.findFirst({ where: { caseId: opened.id, id } });
  if (!row) throw new AppError("notFound");
  return openDocument(opened.key, { site: desk.site, caseId: opened.id }, row);
}

/**
 * Gives a letter out as a file for a word processor, which the history says.
 *
 * @throws AppError `notFound`, also for a case of another site
 */
export async function takeDocument(
  desk: Desk,
  { caseId, documentId }: { caseId: string; documentId: string },
  now: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const opened = await openForChange(desk, caseId);
  const { text } = await standing(desk, opened, documentId);
  if (text === null) throw new AppError("sealBroken");
  const file = await docxOf(text);
  await recordAlone(desk, opened, { action: "documentTaken" }, now);
  return file;
}
