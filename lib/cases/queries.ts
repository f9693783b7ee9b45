import type { Desk } from "../auth/desk";
import { AppError } from "../errors";
import { cursorAfter, orderOf, whereOf } from "./internal/list";
import { KEY_COLUMNS, openDetails, openEvent, openKey, openLetter, openNote, refOf } from "./internal/open";
import type { CaseFilter } from "./schema";
import type { CaseFile, CasePage, CaseSummary, Colleague } from "./types";

export const PAGE_SIZE = 50;

const SUMMARY = {
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
} as const;

/** One page of the site's cases. Reads clear columns only, and as much of an index as the page is long. */
export async function listCases(desk: Desk, filter: CaseFilter): Promise<CasePage> {
  const rows = await desk.db.caseFile.findMany({
    where: whereOf(desk, filter),
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
      version: true,
      sealedEnquiry: true,
      mailbox: { select: { caseId: true } },
      messages: { orderBy: { seq: "asc" } },
      notes: true,
      events: { orderBy: { seq: "desc" } },
    },
  });
  if (!row) throw new AppError("notFound");

  const { keyEpoch, wrappedKey, sealedEnquiry, mailbox, messages, notes, events, ...summary } = row;
  const key = await openKey(desk, { id: row.id, keyEpoch, wrappedKey });
  const ref = refOf(desk, row);
  return {
    ...(summary as CaseSummary & { version: number }),
    details: openDetails(key, ref, sealedEnquiry),
    letters: messages.map((message) => openLetter(key, ref, message)),
    notes: notes.map((note) => openNote(key, ref, note)).toSorted((a, b) => b.at.localeCompare(a.at)),
    history: events.map((event) => openEvent(key, ref, event)),
    hasMailbox: mailbox !== null,
  };
}
