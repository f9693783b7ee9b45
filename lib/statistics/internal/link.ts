import type { Desk } from "../../auth/desk";
import { type CaseKey, openTextOrNull, sealText } from "../../crypto/content";
import { caseEntryPlace, factEntryId } from "../../crypto/places";
import { berlinDay } from "../../time/rules";
import type { CountingLink } from "../types";

/** The part of a transaction that counting needs. */
export type FactTx = Parameters<Parameters<Desk["db"]["$transaction"]>[0]>[0];

export type OpenedCase = { id: string; key: CaseKey };

/** A link with the version of the entry in which it stands. One that does not open tells nothing of what was counted. */
export type StoredLink = { version: number; link: CountingLink | null };

/** The link of a case; null for a case that was never closed. */
export async function readLink(tx: FactTx, desk: Desk, { id, key }: OpenedCase): Promise<StoredLink | null> {
  const row = await tx.caseEntry.findFirst({ where: { caseId: id, id: factEntryId(key) } });
  if (!row) return null;
  const sealed = openTextOrNull(key, caseEntryPlace({ site: desk.site, caseId: id }, row), row.sealedBody);
  return { version: row.version, link: sealed === null ? null : JSON.parse(sealed) };
}

/**
 * Writes the link of a case. A sealed entry like any other of its record: what kind it is cannot be told from outside.
 *
 * @param seen the version that was read; 0 where there was none
 */
export async function writeLink(
  tx: FactTx,
  desk: Desk,
  { id: caseId, key }: OpenedCase,
  { link, seen }: { link: CountingLink; seen: number },
  now: Date,
): Promise<void> {
  const entry = { id: factEntryId(key), version: seen + 1 };
  const body = JSON.stringify({ ...link, account: desk.account, at: now.toISOString() });
  const sealedBody = sealText(key, caseEntryPlace({ site: desk.site, caseId }, entry), body);
  if (seen === 0) {
    const createdOn = new Date(berlinDay(now));
    await tx.caseEntry.createMany({ data: [{ siteId: desk.site, caseId, ...entry, createdOn, sealedBody }] });
  } else {
    await tx.caseEntry.updateMany({
      where: { caseId, id: entry.id },
      data: { version: entry.version, sealedBody },
    });
  }
}
