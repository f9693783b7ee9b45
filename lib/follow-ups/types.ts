import type { CaseSummary } from "../cases/types";

export const FOLLOW_UP_KINDS = ["followUp", "deadline"] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

/** What is still to be done in a case, and until when. A stored day has no time of its own. */
export type FollowUp = {
  id: string;
  caseId: string;
  dueOn: Date;
  doneOn: Date | null;
  /** Whose list it stands on; it goes along when the case is given to somebody else. */
  assigneeId: string | null;
  version: number;
  kind: FollowUpKind;
  /** Null where it cannot be opened. */
  text: string | null;
  /** The code of the period of law that this one came from. */
  deadline?: string | undefined;
  /** Who wrote it. */
  account: string;
};

/** The follow-ups of one case: open ones by day, done ones the last first. */
export type CaseFollowUps = { caseFile: CaseSummary; open: FollowUp[]; done: FollowUp[] };

/** A follow-up on the page "today", with the case that it is about. */
export type DueFollowUp = FollowUp & { number: number; language: string };

/** Whose work the page "today" shows: one's own and what is nobody's, or all of the site. */
export const WHOSE = ["mine", "site"] as const;
export type Whose = (typeof WHOSE)[number];

/** The first of what belongs into a section, and how much there is; `more` says that it is more than was counted. */
export type Section<Row> = { rows: Row[]; count: number; more: boolean };

export type Today = {
  overdue: Section<DueFollowUp>;
  today: Section<DueFollowUp>;
  soon: Section<DueFollowUp>;
  fresh: Section<CaseSummary>;
  unread: Section<CaseSummary>;
  waiting: Section<CaseSummary>;
  /** Cases in work without any follow-up. */
  stepless: Section<CaseSummary>;
};

/** A period of law that began on a day, worked out. */
export type DeadlineOffer = {
  code: string;
  /** The day on which it begins to run, as `YYYY-MM-DD`; it does not count itself. */
  from: string;
  /** The day that the count ends on. */
  counted: string;
  /** The last day: the next working day when the counted one is none. */
  lastDay: string;
};
