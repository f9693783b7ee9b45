import type { Desk } from "../auth/desk";
import { type CaseKey, openTextOrNull } from "../crypto/content";
import { type KnownHeads, NO_HEADS, readHeads } from "../crypto/heads";
import { entryPlace, formerEntryPlace } from "../crypto/places";
import { surfaceDb } from "../db/client";
import { DECIDED, REVOKED } from "./internal/deeds";
import { concludeWalk, startOf, stepOn } from "./rules";
import type { ChainFinding, JournalEntry } from "./types";

export const ENTRIES_A_PAGE = 50;

type EntryRow = { seq: number; formerSeq: number | null; sealedDetail: Uint8Array };

/** The latest entries about a case, the newest first. */
export async function listEntries(
  desk: Desk,
  { id, key }: { id: string; key: CaseKey },
  { before, take }: { before?: number | undefined; take: number },
): Promise<JournalEntry[]> {
  const rows = await desk.db.journalEntry.findMany({
    where: { caseId: id, ...(before === undefined ? {} : { seq: { lt: before } }) },
    orderBy: { seq: "desc" },
    take,
    select: { seq: true, formerSeq: true, sealedDetail: true },
  });
  return rows.map((row) => openEntry(key, { site: desk.site, caseId: id }, row));
}

function openEntry(key: CaseKey, ref: { site: string; caseId: string }, row: EntryRow): JournalEntry {
  const { seq, formerSeq, sealedDetail } = row;
  const place = formerSeq === null ? entryPlace(ref, seq) : formerEntryPlace(ref, formerSeq);
  const detail = openTextOrNull(key, place, sealedDetail);
  return { ...(detail === null ? { action: "unreadable", account: "", at: "" } : JSON.parse(detail)), seq };
}

/** Some of the cases in which a person decided something that the history does not know yet. */
export async function casesToEnter(desk: Desk, atMost: number): Promise<string[]> {
  const rows = await desk.db.$queryRaw<{ case_id: string }[]>`
    SELECT DISTINCT c.case_id FROM consent c
      WHERE (c.decided_by = 'person' OR c.revoked_by = 'person') AND (${DECIDED} OR ${REVOKED})
      ORDER BY c.case_id LIMIT ${atMost}`;
  return rows.map(({ case_id }) => case_id);
}

const ROWS_AT_ONCE = 2_000;

/** Checks the chains of all sites, with a login that sees entries as they are sealed and nothing else of a case. */
export async function verifyChains(): Promise<ChainFinding[]> {
  const db = surfaceDb("jobs");
  // What stands outside is read first: what is added from here on is no reason for alarm.
  const outside = readHeads();
  const inside = await db.journalHead.findMany({ select: { siteId: true, seq: true } });
  const begun = await db.journalEntry.findMany({ distinct: ["siteId"], select: { siteId: true } });
  const sites = new Set([...outside.keys(), ...inside.map(({ siteId }) => siteId)]);
  for (const { siteId } of begun) sites.add(siteId);

  const findings: ChainFinding[] = [];
  for (const site of [...sites].toSorted()) {
    const end = inside.find(({ siteId }) => siteId === site)?.seq ?? 0;
    findings.push(await verifyChain(site, outside.get(site) ?? NO_HEADS, end));
  }
  return findings;
}

async function verifyChain(site: string, outside: KnownHeads, inside: number): Promise<ChainFinding> {
  const ends = { outside: outside.end, inside };
  let walk = startOf(site);
  for (;;) {
    const rows = await surfaceDb("jobs").journalEntry.findMany({
      where: { siteId: site, seq: { gt: walk.seq } },
      orderBy: { seq: "asc" },
      take: ROWS_AT_ONCE,
    });
    for (const row of rows) {
      const next = stepOn(walk, row, outside);
      if (typeof next === "string") return concludeWalk(walk, ends, next);
      walk = next;
    }
    if (rows.length < ROWS_AT_ONCE) return concludeWalk(walk, ends, null);
  }
}
