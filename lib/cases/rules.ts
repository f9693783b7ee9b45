import type { CaseStatus } from "../vocabulary/types";

const AT_WORK: CaseStatus[] = ["waiting", "scheduled", "counselling", "referring", "accompanying", "dormant"];
const SIDE_EXITS: CaseStatus[] = ["withdrawn", "notResponsible", "spam"];

/** Where a case may go from where it is: vocabulary.md, "Life cycle of a case". Reopening goes back to work. */
const NEXT: Record<CaseStatus, CaseStatus[]> = {
  received: ["screened", "assigned", ...AT_WORK, "closed", ...SIDE_EXITS],
  screened: ["assigned", ...AT_WORK, "closed", ...SIDE_EXITS],
  assigned: [...AT_WORK, "closed", ...SIDE_EXITS],
  waiting: [...AT_WORK, "closed", ...SIDE_EXITS],
  scheduled: [...AT_WORK, "closed", ...SIDE_EXITS],
  counselling: [...AT_WORK, "closed", ...SIDE_EXITS],
  referring: [...AT_WORK, "closed", ...SIDE_EXITS],
  accompanying: [...AT_WORK, "closed", ...SIDE_EXITS],
  dormant: [...AT_WORK, "closed", ...SIDE_EXITS],
  closed: ["assigned", "counselling"],
  withdrawn: ["screened"],
  notResponsible: ["screened"],
  spam: ["screened"],
  anonymised: [],
};

export const nextStatuses = (from: CaseStatus): CaseStatus[] =>
  NEXT[from].filter((status) => status !== from);

export const mayMove = (from: CaseStatus, to: CaseStatus): boolean => nextStatuses(from).includes(to);

/** A case in one of these is work to be done. */
export const OPEN_STATUSES: CaseStatus[] = ["received", "screened", "assigned", ...AT_WORK];

export const isOpen = (status: CaseStatus): boolean => OPEN_STATUSES.includes(status);

/** Being given to somebody moves a case that nobody had begun. */
export const statusAfterAssignment = (status: CaseStatus, assignee: string | null): CaseStatus =>
  assignee && (status === "received" || status === "screened") ? "assigned" : status;

/** How many days after today still count as soon. */
export const SOON_DAYS = 7;
