// biome-ignore-all lint/performance/noBarrelFile: what other modules open their rows of a case with stands behind this door
import type { Desk } from "../auth/desk";
import type { CaseKey } from "../crypto/content";
import { AppError } from "../errors";
import { ENTRIES_A_PAGE, listEntries } from "../journal/queries";
import { cursorAfter, orderOf, whereOf } from "./internal/list";
import { KEY_COLUMNS, openDetails, openKey, openLetter, openNote, refOf } from "./internal/open";
import { OPEN_STATUSES } from "./rules";
import type { CaseFilter } from "./schema";
import type { CaseEvent, CaseFile, CasePage, CaseSummary, Colleague } from "./types";

export { KEY_COLUMNS, openDetailsOrNull, openKey, refOf } from "./internal/open";

export const PAGE_SIZE = 50;

/** The columns of one line of a list. */
export const SUMMARY = {
  id: true,
  number: true,
  kind: true,
  status: true,
  language: true,
  channel: true,
  assigneeId: true,
  createdOn: true,
  waitingSince: true,
  followUpOn: true,
  unread: true,
  version: true,
} as const;

/** One page of the site's cases. Reads clear columns only, and as much of an index as the page is long. */
export async function listCases(desk: Desk, filter: CaseFilter, now = new Date()): Promise<CasePage> {
  const rows = await desk.db.caseFile.findMany({
    where: whereOf(desk, filter, now),
    orderBy: orderOf(filter.sort),
    take: PAGE_SIZE + 1,
    select: SUMMARY,
  });
  const cases = rows.slice(0, PAGE_SIZE) as CaseSummary[];
  const last = cases.at(-1);
  return { cases, next: rows.length > PAGE_SIZE && last ? cursorAfter(filter.sort, last) : null };
}

/** New enquiries nobody has looked at, the longest waiting first. */
export async function listInbox(desk: Desk): Promise<CaseSummary[]> {
  const rows = await desk.db.caseFile.findMany({
    where: { status: "received" },
    orderBy: { number: "asc" },
    take: PAGE_SIZE,
    select: SUMMARY,
  });
  return rows as CaseSummary[];
}

/** Cases in work in which the person has written since. */
export async function listUnread(desk: Desk): Promise<CaseSummary[]> {
  const rows = await desk.db.caseFile.findMany({
    where: { unread: true, status: { not: "received" } },
    orderBy: { number: "asc" },
    take: PAGE_SIZE,
    select: SUMMARY,
  });
  return rows as CaseSummary[];
}

/** How many open cases somebody has: what a colleague takes over. */
export const countOpenCases = (desk: Desk, accountId: string): Promise<number> =>
  desk.db.caseFile.count({ where: { assigneeId: accountId, status: { in: [...OPEN_STATUSES] } } });

/** The people of the site, those who left included: old cases and notes still name them. */
export async function listColleagues(desk: Desk): Promise<Colleague[]> {
  const rows = await desk.db.membership.findMany({
    where: { sealedName: { not: null } }, // whoever has no name here has no keys yet either
    orderBy: { accountId: "asc" },
  });
  return Promise.all(
    rows.map(async ({ accountId, keyEpoch, sealedName, active }) => ({
      accountId,
      active,
      name: await desk.keys.openOfSite(
        keyEpoch ?? 0,
        "membership.sealed_name",
        accountId,
        sealedName ?? new Uint8Array(),
      ),
    })),
  );
}

/**
 * Opens a case.
 *
 * @throws AppError `notFound`, also when the case belongs to another site: that it exists there is already
 *   confidential.
 */
export async function findCase(desk: Desk, caseId: string): Promise<CaseFile> {
  const row = await desk.db.caseFile.findFirst({
    where: { id: caseId },
    select: {
      ...SUMMARY,
      ...KEY_COLUMNS,
      sealedEnquiry: true,
      mailbox: { select: { caseId: true } },
      messages: { orderBy: { seq: "asc" } },
      notes: true,
    },
  });
  if (!row) throw new AppError("notFound");

  const { keyEpoch, wrappedKey, sealedEnquiry, mailbox, messages, notes, ...summary } = row;
  const key = await openKey(desk, { id: row.id, keyEpoch, wrappedKey });
  const ref = refOf(desk, row);
  return {
    ...(summary as CaseSummary),
    details: openDetails(key, ref, sealedEnquiry),
    letters: messages.map((message) => openLetter(key, ref, message)),
    notes: notes.map((note) => openNote(key, ref, note)).toSorted((a, b) => b.at.localeCompare(a.at)),
    history: await latestChanges(desk, { id: row.id, key }),
    hasMailbox: mailbox !== null,
  };
}

/** How many entries are looked through for what the site has changed lately. */
const LATEST = 60;

/** What was done with a case lately; who only looked at it stands in the whole history (lib/journal). */
async function latestChanges(desk: Desk, opened: { id: string; key: CaseKey }): Promise<CaseEvent[]> {
  const entries = (await listEntries(desk, opened, { take: LATEST })) as CaseEvent[];
  return entries.filter(({ action }) => action !== "read" && action !== "personWrote");
}

/**
 * The whole history of a case, a page at a time, the newest first.
 *
 * @param before the number of the last entry that was shown
 * @throws AppError `notFound`, also for a case of another site
 */
export async function listHistory(
  desk: Desk,
  caseId: string,
  before?: number,
): Promise<{ entries: CaseEvent[]; next: number | null }> {
  const row = await desk.db.caseFile.findFirst({ where: { id: caseId }, select: KEY_COLUMNS });
  if (!row) throw new AppError("notFound");
  const opened = { id: row.id, key: await openKey(desk, row) };
  const found = (await listEntries(desk, opened, { before, take: ENTRIES_A_PAGE + 1 })) as CaseEvent[];
  const entries = found.slice(0, ENTRIES_A_PAGE);
  return { entries, next: found.length > ENTRIES_A_PAGE ? (entries.at(-1)?.seq ?? null) : null };
}

/** Whether the site has such a case; nothing of it is opened. */
export const hasCase = async (desk: Desk, caseId: string): Promise<boolean> =>
  (await desk.db.caseFile.count({ where: { id: caseId } })) === 1;
