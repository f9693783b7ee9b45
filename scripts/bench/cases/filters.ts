import type { CaseFilter } from "../../../lib/cases/schema";
import { berlinDay } from "../../../lib/time/rules";
import { NEEDLES } from "./fill";

const daysAgo = (days: number): string => berlinDay(new Date(Date.now() - days * 86_400_000));

/** Everything the list can be narrowed by on its own, each in the form that finds least. */
export const SINGLE_FILTERS: Readonly<Record<string, CaseFilter>> = {
  "no filter": { sort: "newest" },
  "oldest first": { sort: "oldest" },
  "longest waiting first": { sort: "waiting" },
  open: { sort: "newest", status: "open" },
  "open, oldest first": { sort: "oldest", status: "open" },
  "one status": { sort: "newest", status: "received" },
  "no case with this status": { sort: "newest", status: "accompanying" },
  "a rare language": { sort: "newest", language: NEEDLES.language },
  "a channel": { sort: "newest", channel: "unknown" },
  "no case of this channel": { sort: "newest", channel: "outreach" },
  mine: { sort: "newest", assignee: "me" },
  "nobody's": { sort: "newest", assignee: "nobody" },
  unread: { sort: "newest", unread: "yes" },
  "a page in the middle": { sort: "newest", after: "50000" },
  "by the next follow-up": { sort: "followUp" },
  overdue: { sort: "followUp", followUp: "overdue" },
  "open and nothing planned": { sort: "oldest", status: "open", followUp: "none" },
  "a later page of the longest waiting": { sort: "waiting", after: `${daysAgo(30)}.0` },
};

/** Status, language and assignee together. */
export const COMBINED: CaseFilter = {
  sort: "newest",
  status: NEEDLES.status as "counselling",
  language: NEEDLES.language,
  assignee: "me",
};
