import type { Desk } from "../auth/desk";
import { KEY_COLUMNS, openKey, refOf, SUMMARY } from "../cases/queries";
import type { CaseSummary } from "../cases/types";
import { AppError } from "../errors";
import type { Mailbox } from "../mailbox/commands";
import { openReferral } from "./internal/open";
import { rowsOf } from "./internal/own";
import type { CaseReferrals, DueReferral, PersonConsent, Referral } from "./types";

/** How many referrals without an answer are listed at once. */
const DUE_SHOWN = 50;

/**
 * The referrals of a case, the newest first.
 *
 * @throws AppError `notFound`, also for a case of another site
 */
export async function listReferrals(desk: Desk, caseId: string): Promise<CaseReferrals> {
  const row = await desk.db.caseFile.findFirst({
    where: { id: caseId },
    select: {
      ...SUMMARY,
      ...KEY_COLUMNS,
      mailbox: { select: { caseId: true } },
      referrals: { include: { consent: true } },
    },
  });
  if (!row) throw new AppError("notFound");
  const { keyEpoch, wrappedKey, mailbox, referrals, ...summary } = row;
  const key = await openKey(desk, { id: row.id, keyEpoch, wrappedKey });
  const ref = refOf(desk, row);
  return {
    caseFile: summary as CaseSummary,
    hasMailbox: mailbox !== null,
    referrals: referrals
      .map((referral) => openReferral(key, ref, referral))
      .toSorted((a, b) => (b.body?.at ?? "").localeCompare(a.body?.at ?? "")),
  };
}

/**
 * One referral with its case.
 *
 * @throws AppError `notFound`, also for one of another case or site
 */
export async function findReferral(
  desk: Desk,
  caseId: string,
  referralId: string,
): Promise<Omit<CaseReferrals, "referrals"> & { referral: Referral }> {
  const { referrals, ...rest } = await listReferrals(desk, caseId);
  const referral = referrals.find(({ id }) => id === referralId);
  if (!referral) throw new AppError("notFound");
  return { ...rest, referral };
}

/**
 * The site's referrals that should have been answered by a day, the longest overdue first.
 *
 * @param whose only those of one's own cases and of cases that nobody has, or all
 */
export async function listDueReferrals(
  desk: Desk,
  until: Date,
  whose: "mine" | "site" = "site",
): Promise<DueReferral[]> {
  const owners = { OR: [{ assigneeId: desk.account }, { assigneeId: null }] };
  const rows = await desk.db.referral.findMany({
    where: {
      ...{ status: "sent", answerDueOn: { lte: until } },
      ...(whose === "mine" ? { caseFile: owners } : {}),
    },
    orderBy: { answerDueOn: "asc" },
    take: DUE_SHOWN,
    select: {
      id: true,
      caseId: true,
      answerDueOn: true,
      caseFile: { select: { number: true, assigneeId: true } },
    },
  });
  return rows.map(({ caseFile, answerDueOn, ...row }) => ({
    ...row,
    ...caseFile,
    dueOn: answerDueOn as Date,
  }));
}

/** What the person is and was asked to agree to, as their mailbox shows it. */
export const listOwnConsents = (mailbox: Mailbox, now: Date): Promise<PersonConsent[]> =>
  rowsOf(mailbox, now);
