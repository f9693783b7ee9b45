import type { Desk } from "../../auth/desk";
import { addToCase, type OpenedCase, type Tx } from "../../cases/commands";
import type { CaseAction } from "../../cases/types";
import { isUniqueViolation } from "../../db/errors";
import { berlinDay } from "../../time/rules";
import { sameValues } from "../rules";
import { recountClosed } from "./counted";
import { type EntryBody, openEntry, sealEntry } from "./entry";

/** What somebody wants to write over what: `seen` is 0 where there was nothing. */
export type Draft = { id: string; seen: number; body: EntryBody; action: CaseAction };

export type WriteResult = { ok: true } | { ok: false; reason: "changedMeanwhile" };

export type Stored = { version: number; body: EntryBody | null };

/** Takes the whole transaction back, with what it had already counted up. */
class WasFirst extends Error {}

/**
 * Writes an entry, with its history in the same transaction. The same content sent twice is written once; other
 * content than somebody has written meanwhile is refused.
 */
export async function writeEntry(
  desk: Desk,
  opened: OpenedCase,
  draft: Draft,
  now: Date,
): Promise<WriteResult> {
  const standing = settled(await findEntry(desk, opened, draft.id), draft);
  if (standing) return standing;
  try {
    const store = (tx: Tx) => storeEntry(tx, desk, opened, draft, now);
    await addToCase(desk, opened, {}, draft.action, now, store, (tx, status) =>
      recountClosed(tx, desk, opened, status),
    );
    return { ok: true };
  } catch (error) {
    if (!(error instanceof WasFirst || isUniqueViolation(error))) throw error;
    return settled(await findEntry(desk, opened, draft.id), draft) ?? refused;
  }
}

const refused: WriteResult = { ok: false, reason: "changedMeanwhile" };

/** What a stored entry means for a draft; null when the draft may be written. */
function settled(stored: Stored | null, { seen, body }: Draft): WriteResult | null {
  if (stored?.body && sameValues(contentOf(stored.body), contentOf(body))) return { ok: true };
  return (stored?.version ?? 0) === seen ? null : refused;
}

/** An entry without who wrote it when. */
function contentOf(body: EntryBody): object {
  const { account: _account, at: _at, ...rest } = body;
  if (rest.kind !== "session" && rest.kind !== "intervention") return rest;
  const { changed: _changed, removed, ...content } = rest;
  return { ...content, removed: removed !== undefined };
}

/** The part of a transaction that stores an entry: the first of two who write at once wins. */
export async function storeEntry(
  tx: Tx,
  desk: Desk,
  opened: Pick<OpenedCase, "id" | "key">,
  { id, seen, body }: Omit<Draft, "action">,
  now: Date,
): Promise<void> {
  const version = seen + 1;
  const sealedBody = sealEntry(opened.key, { site: desk.site, caseId: opened.id }, { id, version }, body);
  if (seen === 0) {
    const createdOn = new Date(berlinDay(now));
    const row = { siteId: desk.site, caseId: opened.id, id, version, createdOn, sealedBody };
    await tx.caseEntry.createMany({ data: [row] });
    return;
  }
  const { count } = await tx.caseEntry.updateMany({
    where: { caseId: opened.id, id, version: seen },
    data: { version, sealedBody },
  });
  if (count === 0) throw new WasFirst();
}

/** An entry as it stands; one that cannot be opened has no body. */
export async function findEntry(
  desk: Desk,
  opened: Pick<OpenedCase, "id" | "key">,
  id: string,
): Promise<Stored | null> {
  const row = await desk.db.caseEntry.findFirst({ where: { caseId: opened.id, id } });
  if (!row) return null;
  const ref = { site: desk.site, caseId: opened.id };
  return { version: row.version, body: openEntry(opened.key, ref, row) };
}
