import type { Desk } from "../../auth/desk";
import { addDays } from "../../time/day";
import { berlinDay } from "../../time/rules";
import { OPEN_STATUSES, SOON_DAYS } from "../rules";
import type { CaseFilter, CaseSort } from "../schema";
import type { CaseSummary } from "../types";

/**
 * The filter as a condition; the site is not in it, because row security adds it to every query.
 *
 * @param now tells what is overdue
 */
export function whereOf(desk: Desk, filter: CaseFilter, now: Date) {
  return {
    AND: [
      filter.status === "open" ? { status: { in: [...OPEN_STATUSES] as string[] } } : {},
      filter.status && filter.status !== "open" ? { status: filter.status as string } : {},
      filter.language ? { language: filter.language } : {},
      filter.channel ? { channel: filter.channel as string } : {},
      filter.assignee ? assigneeIs(desk, filter.assignee) : {},
      filter.unread ? { unread: true } : {},
      filter.followUp ? { followUpOn: followUpIn(filter.followUp, now) } : {},
      filter.sort === "waiting" ? { waitingSince: { not: null } } : {},
      filter.sort === "followUp" ? { followUpOn: { not: null } } : {},
      afterCursor(filter),
    ],
  };
}

function assigneeIs(desk: Desk, assignee: string) {
  if (assignee === "meOrNobody") return { OR: [{ assigneeId: desk.account }, { assigneeId: null }] };
  return { assigneeId: assignee === "nobody" ? null : assignee === "me" ? desk.account : assignee };
}

function followUpIn(when: NonNullable<CaseFilter["followUp"]>, now: Date) {
  const day = (after: number) => new Date(addDays(berlinDay(now), after));
  if (when === "none") return null;
  if (when === "overdue") return { lt: day(0) };
  return when === "today" ? { equals: day(0) } : { gt: day(0), lte: day(SOON_DAYS) };
}

/** The day that a list is sorted by, where it is sorted by one. */
const DAY_OF = { waiting: "waitingSince", followUp: "followUpOn" } as const;

const dayOf = (sort: CaseSort) => (sort === "waiting" || sort === "followUp" ? DAY_OF[sort] : null);

export function orderOf(sort: CaseSort) {
  if (sort === "waiting") return [{ waitingSince: "asc" as const }, { number: "asc" as const }];
  if (sort === "followUp") return [{ followUpOn: "asc" as const }, { number: "asc" as const }];
  return [{ number: sort === "oldest" ? ("asc" as const) : ("desc" as const) }];
}

/** A cursor names the last row shown; what is inserted meanwhile shifts nothing. */
export function cursorAfter(sort: CaseSort, last: CaseSummary): string {
  const column = dayOf(sort);
  return column ? `${last[column]?.toISOString().slice(0, 10)}.${last.number}` : String(last.number);
}

/** What is no cursor of ours begins at the beginning; nine digits are what the database's numbers hold. */
function afterCursor({ sort, after = "" }: CaseFilter) {
  const [, day = "", number = ""] = /^(?:([12]\d{3}-\d{2}-\d{2})\.)?(\d{1,9})$/.exec(after) ?? [];
  const column = dayOf(sort);
  if (!column) {
    return number ? { number: sort === "oldest" ? { gt: Number(number) } : { lt: Number(number) } } : {};
  }
  const last = new Date(day);
  if (Number.isNaN(last.getTime())) return {};
  // The first condition alone says it nearly: with it the database begins in the index where the last page ended.
  return { [column]: { gte: last }, OR: [{ [column]: { gt: last } }, { number: { gt: Number(number) } }] };
}
