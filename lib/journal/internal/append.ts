import type { Desk } from "../../auth/desk";
import { type Link, linkHash, NO_LINK } from "../../crypto/chain";
import { sealText } from "../../crypto/content";
import { type Head, rememberHead } from "../../crypto/heads";
import { entryPlace } from "../../crypto/places";
import { entriesOfDeeds } from "./deeds";
import type { NewEntry, OpenedCase } from "./entry";

/** The part of a transaction that the history needs. */
export type JournalTx = Parameters<Parameters<Desk["db"]["$transaction"]>[0]>[0];

/**
 * Adds entries to the end of a site's chain, after whatever the people did in these cases and nobody has entered: under
 * the lock of the chain, so that of two who come at once the second finds it entered. From here until the transaction ends nobody else of the site adds
 * any, so this is the last thing that a transaction does.
 *
 * @returns the new end of the chain, to be remembered outside the database once the transaction has come through
 */
export async function appendTo(
  tx: JournalTx,
  site: string,
  cases: readonly OpenedCase[],
  added: NewEntry[],
): Promise<Head> {
  const end = await lockEnd(tx, site);
  // Whoever gets the lock reads an end that came through: also that of a transaction which told nobody outside.
  if (end.hash.length > 0 && !begun.has(tx)) tellOutside(end);
  begun.add(tx);
  const entries = [...(await entriesOfDeeds(tx, site, cases)), ...added];
  if (entries.length === 0) return end;
  let { seq, hash } = { seq: end.seq, hash: await hashOf(tx, end) };
  const rows = entries.map((entry) => {
    seq += 1;
    const link = linkOf(site, seq, entry);
    hash = linkHash(site, hash, link);
    const { formerSeq: _, ...columns } = link;
    return { siteId: site, ...columns, hash };
  });
  await tx.journalEntry.createMany({ data: rows });
  await tx.journalHead.updateMany({ where: { siteId: site }, data: { seq, hash } });
  return { site, seq, hash };
}

/** Transactions that have added something: the end that they read is their own, and may yet be taken back. */
const begun = new WeakSet<JournalTx>();

function linkOf(site: string, seq: number, { caseId, key, detail, letter, decision }: NewEntry) {
  const sealedDetail = sealText(key, entryPlace({ site, caseId }, seq), detail);
  const consent = { consentId: decision?.id ?? null, consentPart: decision?.part ?? null };
  return { seq, caseId, letter: letter ?? null, ...consent, formerSeq: null, sealedDetail } satisfies Link;
}

/** Takes the lock of the row that says where the chain ends; the first entry of a site makes the row. */
async function lockEnd(tx: JournalTx, site: string): Promise<Head> {
  const [row] = await tx.$queryRaw<{ seq: number; hash: Uint8Array }[]>`
    INSERT INTO journal_head (site_id, seq, hash) VALUES (${site}, 0, '')
      ON CONFLICT (site_id) DO UPDATE SET seq = journal_head.seq RETURNING seq, hash`;
  if (!row) throw new Error("the end of the history could not be locked");
  return { site, ...row };
}

/** The hash that the next entry follows. Entries from before the chain have none: it is made of all of them. */
async function hashOf(tx: JournalTx, { site, seq, hash }: Head): Promise<Uint8Array<ArrayBuffer>> {
  if (seq === 0 || hash.length > 0) return new Uint8Array(hash);
  const rows = await tx.journalEntry.findMany({ orderBy: { seq: "asc" } });
  return rows.reduce((before, row) => linkHash(site, before, row), NO_LINK);
}

// Next bundles routes apart from each other, so module state would exist several times: one map for all.
const shared = globalThis as { weactHeads?: Map<string, number> };
shared.weactHeads ??= new Map();
const told = shared.weactHeads;

/**
 * Says outside the database where a site's chain ends, once. What cannot be written now is made up for with the next
 * entry; `npm run audit:verify` shows how far the outside lags behind.
 */
export function tellOutside(head: Head): void {
  if ((told.get(head.site) ?? 0) >= head.seq) return;
  try {
    rememberHead(head);
    told.set(head.site, head.seq);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}
