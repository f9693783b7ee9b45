import type { Desk } from "../auth/desk";
import { KEY_COLUMNS, openKey, refOf, SUMMARY } from "../cases/queries";
import type { CaseSummary } from "../cases/types";
import { AppError } from "../errors";
import { berlinDay, isHoliday, regionOfState } from "../time/rules";
import { listDeadlines } from "../vocabulary/queries";
import type { LegalDeadline } from "../vocabulary/types";
import { type FollowUpRow, openFollowUp } from "./internal/open";
import { CASE_SECTIONS, type Owner, ownedBy, ownersOf, sectionOf } from "./internal/sections";
import { dayWindows, deadlineFrom } from "./rules";
import type { DeadlineDays } from "./schema";
import type { CaseFollowUps, DeadlineOffer, DueFollowUp, Section, Today, Whose } from "./types";

/**
 * The follow-ups of a case.
 *
 * @throws AppError `notFound`, also for a case of another site
 */
export async function listFollowUps(desk: Desk, caseId: string): Promise<CaseFollowUps> {
  const row = await desk.db.caseFile.findFirst({
    where: { id: caseId },
    select: { ...SUMMARY, ...KEY_COLUMNS, followUps: { orderBy: [{ dueOn: "asc" }, { id: "asc" }] } },
  });
  if (!row) throw new AppError("notFound");
  const { keyEpoch, wrappedKey, followUps, ...summary } = row;
  const key = await openKey(desk, { id: row.id, keyEpoch, wrappedKey });
  const all = followUps.map(({ siteId, createdOn, ...each }) => openFollowUp(key, refOf(desk, row), each));
  return {
    caseFile: summary as CaseSummary,
    open: all.filter(({ doneOn }) => doneOn === null),
    done: all
      .filter(({ doneOn }) => doneOn !== null)
      .toSorted((a, b) => Number(b.doneOn) - Number(a.doneOn) || Number(b.dueOn) - Number(a.dueOn)),
  };
}

/** What there is to do today, each section as far as the page shows it. */
export async function readToday(desk: Desk, whose: Whose, now: Date): Promise<Today> {
  const windows = dayWindows(berlinDay(now));
  const owners = ownersOf(desk, whose);
  const everybody: Owner[] = [undefined];
  const [overdue, today, soon, fresh, unread, waiting, stepless] = await Promise.all([
    dueSection(desk, owners, windows.overdue),
    dueSection(desk, owners, windows.today),
    dueSection(desk, owners, windows.soon),
    caseSection(desk, everybody, "fresh"),
    caseSection(desk, owners, "unread"),
    caseSection(desk, owners, "waiting"),
    caseSection(desk, owners, "stepless"),
  ]);
  return { overdue, today, soon, fresh, unread, waiting, stepless };
}

const DUE = {
  id: true,
  caseId: true,
  dueOn: true,
  doneOn: true,
  assigneeId: true,
  version: true,
  sealedBody: true,
} as const;

async function dueSection(
  desk: Desk,
  owners: Owner[],
  { from, before }: { from?: string; before: string },
): Promise<Section<DueFollowUp>> {
  const dueOn = { ...(from ? { gte: new Date(from) } : {}), lt: new Date(before) };
  const section = await sectionOf<FollowUpRow>(owners, {
    list: (owner, take) =>
      desk.db.followUp.findMany({
        where: { doneOn: null, dueOn, ...ownedBy(owner) },
        orderBy: { dueOn: "asc" },
        take,
        select: DUE,
      }),
    inOrder: (a, b) => Number(a.dueOn) - Number(b.dueOn) || a.id.localeCompare(b.id),
  });
  return { ...section, rows: await openDue(desk, section.rows) };
}

/**
 * Opens what is shown. These are the counsellors' own reminders, nothing that the person told: looking at today's list
 * is no reading of all the cases on it.
 */
async function openDue(desk: Desk, rows: FollowUpRow[]): Promise<DueFollowUp[]> {
  if (rows.length === 0) return [];
  const cases = await desk.db.caseFile.findMany({
    where: { id: { in: rows.map(({ caseId }) => caseId) } },
    select: { ...KEY_COLUMNS, number: true, language: true },
  });
  const opened = await Promise.all(
    rows.map(async (row) => {
      const caseFile = cases.find(({ id }) => id === row.caseId);
      if (!caseFile) return []; // gone between the two questions
      const { id, keyEpoch, wrappedKey, number, language } = caseFile;
      // One damaged case must not take the page from everybody.
      const key = await desk.keys.openCaseKey(keyEpoch, id, wrappedKey).catch(damaged);
      return [{ ...openFollowUp(key, refOf(desk, caseFile), row), number, language }];
    }),
  );
  return opened.flat();
}

function damaged(error: unknown): null {
  if (error instanceof AppError && error.code === "sealBroken") return null;
  throw error;
}

function caseSection(
  desk: Desk,
  owners: Owner[],
  name: keyof typeof CASE_SECTIONS,
): Promise<Section<CaseSummary>> {
  const longest = name === "waiting";
  const orderBy = [...(longest ? [{ waitingSince: "asc" as const }] : []), { number: "asc" as const }];
  return sectionOf<CaseSummary>(owners, {
    list: async (owner, take) => {
      const where = { ...CASE_SECTIONS[name], ...ownedBy(owner) };
      return (await desk.db.caseFile.findMany({ where, orderBy, take, select: SUMMARY })) as CaseSummary[];
    },
    inOrder: (a, b) => (longest ? Number(a.waitingSince) - Number(b.waitingSince) : 0) || a.number - b.number,
  });
}

/** The periods of law that count from days that are known, worked out for the Land of the site. */
export async function offerDeadlines(
  desk: Desk,
  days: DeadlineDays,
): Promise<{ offers: DeadlineOffer[]; deadlines: LegalDeadline[] }> {
  const [site, all] = await Promise.all([
    desk.db.site.findFirst({ where: { id: desk.site }, select: { stateCode: true } }),
    listDeadlines(desk.db),
  ]);
  const deadlines = all.filter(({ retired }) => !retired);
  const isFree = certainHoliday(site?.stateCode ?? "");
  const offers = deadlines.flatMap((deadline) => {
    const from = days[deadline.countsFrom];
    return from ? [deadlineFrom(from, deadline, isFree)] : [];
  });
  return { offers, deadlines };
}

/**
 * Holidays of all of a Land. A day that is one only in some of its towns ends a period all the same: who acts too
 * early loses nothing. In Bayern that is the Assumption of Mary.
 */
const certainHoliday = (stateCode: string) => (day: string) =>
  !(stateCode === "BY" && day.endsWith("08-15")) && isHoliday(day, regionOfState(stateCode));
