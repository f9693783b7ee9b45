import type { Desk } from "../auth/desk";
import { addToCase, type OpenedCase, openForChange, type Tx } from "../cases/commands";
import type { CaseAction } from "../cases/types";
import { letterIdFor } from "../crypto/places";
import { isUniqueViolation } from "../db/errors";
import { AppError } from "../errors";
import { berlinDay } from "../time/rules";
import { type FollowUpBody, type FollowUpRow, openBody, sealBody } from "./internal/open";
import { offerDeadlines } from "./queries";
import type { AddFollowUp, AdoptDeadline, ChangeFollowUp, FinishFollowUp } from "./schema";

/** Codes equal the keys under `staff.refused`. */
export type FollowUpResult = { ok: true } | { ok: false; reason: "changedMeanwhile" | "colleagueUnknown" };

const DONE: FollowUpResult = { ok: true };
const refuse = (reason: "changedMeanwhile" | "colleagueUnknown"): FollowUpResult => ({ ok: false, reason });

/** Ends a transaction in which a colleague was first. */
class ChangedMeanwhile extends Error {}

type NewFollowUp = Pick<FollowUpBody, "text" | "kind" | "deadline"> & {
  followUpId: string;
  dueOn: string;
  assigneeId: string | null;
};

/**
 * Adds a follow-up to a case; the same form sent twice is one, and with other words another.
 *
 * @throws AppError `notFound`, also for a case of another site
 */
export async function addFollowUp(desk: Desk, input: AddFollowUp, now: Date): Promise<FollowUpResult> {
  const opened = await openForChange(desk, input.caseId);
  if (input.assignee && !(await isColleague(desk, input.assignee))) return refuse("colleagueUnknown");
  const { followUpId, dueOn, text, assignee } = input;
  return insert(desk, opened, { followUpId, dueOn, text, assigneeId: assignee, kind: "followUp" }, now);
}

/**
 * Makes a period of law a follow-up on its last day. The day is worked out here again: it does not come with the form.
 *
 * @throws AppError `notFound`, also for a case of another site, and for a period that the network does not have
 */
export async function adoptDeadline(desk: Desk, input: AdoptDeadline, now: Date): Promise<FollowUpResult> {
  const opened = await openForChange(desk, input.caseId);
  const { followUpId, code, from, text } = input;
  const { offers } = await offerDeadlines(desk, { incident: from, claim: from, decision: from });
  const offer = offers.find((each) => each.code === code);
  if (!offer) throw new AppError("notFound");
  const assigneeId = opened.assigneeId ?? desk.account;
  return insert(
    desk,
    opened,
    { followUpId, dueOn: offer.lastDay, text, assigneeId, kind: "deadline", deadline: code },
    now,
  );
}

async function insert(
  desk: Desk,
  opened: OpenedCase,
  { followUpId, dueOn, assigneeId, ...what }: NewFollowUp,
  now: Date,
): Promise<FollowUpResult> {
  const body = { ...what, account: desk.account, at: now.toISOString() };
  const row = newRow(desk, opened, { id: followUpId, dueOn: new Date(dueOn), assigneeId }, body, now);
  try {
    await addToCase(
      desk,
      opened,
      {},
      { action: "followUpAdded", kind: what.kind, dueOn },
      now,
      async (tx) => {
        await tx.followUp.createMany({ data: [row] });
      },
    );
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
  return DONE;
}

/** A row under an id that follows from what it says, so that a repeated form is the same row. */
function newRow(
  desk: Desk,
  { id: caseId, key }: OpenedCase,
  { id: formId, dueOn, assigneeId }: { id: string; dueOn: Date; assigneeId: string | null },
  body: FollowUpBody,
  now: Date,
) {
  const { text, kind } = body;
  const id = letterIdFor(key, JSON.stringify(["followUp", formId, dueOn, kind, text]));
  const sealedBody = sealBody(key, { site: desk.site, caseId }, id, 0, body);
  return { siteId: desk.site, caseId, id, dueOn, assigneeId, createdOn: dayOf(now), sealedBody };
}

/**
 * Gives a follow-up another day or other words, unless a colleague changed it since.
 *
 * @throws AppError `notFound`, also for a follow-up of another site
 */
export function changeFollowUp(desk: Desk, input: ChangeFollowUp, now: Date): Promise<FollowUpResult> {
  const { dueOn, text } = input;
  return rewrite(desk, input, now, (row, body) => ({
    settled: row.doneOn === null && berlinDay(row.dueOn) === dueOn && body.text === text,
    columns: { dueOn: new Date(dueOn) },
    body: { ...body, text },
    action: { action: "followUpChanged", kind: body.kind, dueOn },
  }));
}

/**
 * Says that a follow-up is done, or that it is not after all.
 *
 * @throws AppError `notFound`, also for a follow-up of another site
 */
export function finishFollowUp(desk: Desk, input: FinishFollowUp, now: Date): Promise<FollowUpResult> {
  const done = input.done === "yes";
  return rewrite(desk, input, now, (row, body) => ({
    settled: (row.doneOn !== null) === done,
    columns: { doneOn: done ? dayOf(now) : null },
    body,
    action: { action: done ? "followUpDone" : "followUpReopened", kind: body.kind },
  }));
}

type Rewriting = {
  /** It is already so, whoever did it: a double click is one change. */
  settled: boolean;
  columns: { dueOn?: Date; doneOn?: Date | null };
  body: FollowUpBody;
  action: CaseAction;
};

async function rewrite(
  desk: Desk,
  { caseId, followUpId: id, version }: { caseId: string; followUpId: string; version: number },
  now: Date,
  how: (row: FollowUpRow, body: FollowUpBody) => Rewriting,
): Promise<FollowUpResult> {
  const opened = await openForChange(desk, caseId);
  const row = await desk.db.followUp.findFirst({ where: { caseId, id } });
  const ref = { site: desk.site, caseId };
  const before = row && openBody(opened.key, ref, row);
  if (!row || !before) throw new AppError(row ? "sealBroken" : "notFound");
  const { settled, columns, body, action } = how(row, before);
  if (settled) return DONE;
  if (row.version !== version) return refuse("changedMeanwhile");

  const sealedBody = sealBody(opened.key, ref, id, version + 1, body);
  try {
    await addToCase(desk, opened, {}, action, now, async (tx) => {
      const data = { ...columns, sealedBody, version: version + 1 };
      const { count } = await tx.followUp.updateMany({ where: { caseId, id, version }, data });
      if (count === 0) throw new ChangedMeanwhile();
    });
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return refuse("changedMeanwhile");
    throw error;
  }
  return DONE;
}

/**
 * Moves what is still to be done from one case to another: it is sealed anew there, and done here. For
 * lib/merging, which has locked both cases.
 */
export async function moveFollowUps(
  tx: Tx,
  desk: Desk,
  from: OpenedCase,
  to: OpenedCase,
  now: Date,
): Promise<void> {
  const ref = { site: desk.site, caseId: from.id };
  const open = await tx.followUp.findMany({ where: { caseId: from.id, doneOn: null } });
  for (const row of open) {
    const body = openBody(from.key, ref, row);
    if (!body) continue; // what cannot be opened stays where it is, and in sight
    await tx.followUp.createMany({ data: [newRow(desk, to, row, body, now)], skipDuplicates: true });
    const version = row.version + 1;
    const sealedBody = sealBody(from.key, ref, row.id, version, body);
    await tx.followUp.updateMany({
      where: { caseId: from.id, id: row.id },
      data: { doneOn: dayOf(now), version, sealedBody },
    });
  }
}

const isColleague = async (desk: Desk, accountId: string): Promise<boolean> =>
  (await desk.db.membership.count({ where: { accountId, active: true } })) === 1;

const dayOf = (now: Date): Date => new Date(berlinDay(now));
