import type { Desk } from "../../auth/desk";
import { OPEN_STATUSES } from "../rules";
import type { CaseFilter, CaseSort } from "../schema";
import type { CaseSummary } from "../types";

/** The filter as a condition; the site is not in it, because row security adds it to every query. */
export function whereOf(desk: Desk, filter: CaseFilter) {
  return {
    AND: [
      filter.status === "open" ? { status: { in: [...OPEN_STATUSES] as string[] } } : {},
      filter.status && filter.status !== "open" ? { status: filter.status as string } : {},
      filter.language ? { language: filter.language } : {},
      filter.channel ? { channel: filter.channel as string } : {},
      filter.assignee ? { assigneeId: assigneeOf(desk, filter.assignee) } : {},
      filter.unread ? { unread: true } : {},
      filter.sort === "waiting" ? { waitingSince: { not: null } } : {},
      afterCursor(filter),
    ],
  };
}

const assigneeOf = (desk: Desk, assignee: string): string | null =>
  assignee === "nobody" ? null : assignee === "me" ? desk.account : assignee;

export function orderOf(sort: CaseSort) {
  if (sort === "waiting") return [{ waitingSince: "asc" as const }, { number: "asc" as const }];
  return [{ number: sort === "oldest" ? ("asc" as const) : ("desc" as const) }];
}

/** A cursor names the last row shown; what is inserted meanwhile shifts nothing. */
export const cursorAfter = (sort: CaseSort, last: CaseSummary): string =>
  sort === "waiting"
    ? `${last.waitingSince?.toISOString().slice(0, 10)}.${last.number}`
    : String(last.number);

/** What is no cursor of ours begins at the beginning; nine digits are what the database's numbers hold. */
function afterCursor({ sort, after = "" }: CaseFilter) {
  const [, day = "", number = ""] = /^(?:([12]\d{3}-\d{2}-\d{2})\.)?(\d{1,9})$/.exec(after) ?? [];
  if (sort !== "waiting") {
    return number ? { number: sort === "oldest" ? { gt: Number(number) } : { lt: Number(number) } } : {};
  }
  const waitingSince = new Date(day);
  if (Number.isNaN(waitingSince.getTime())) return {};
  // The first condition alone says it nearly: with it the database begins in the index where the last page ended.
  return {
    waitingSince: { gte: waitingSince },
    OR: [{ waitingSince: { gt: waitingSince } }, { number: { gt: Number(number) } }],
  };
}
