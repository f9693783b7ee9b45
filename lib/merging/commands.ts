import type { Desk } from "../auth/desk";
import { changeWithin, type OpenedCase, openForChange, type Tx } from "../cases/commands";
import { sealText } from "../crypto/content";
import { letterIdFor, linkPlace } from "../crypto/places";
import { moveFollowUps } from "../follow-ups/commands";
import { berlinDay } from "../time/rules";
import type { CaseStatus } from "../vocabulary/types";
import { whyNotMerge } from "./rules";
import type { MergeCases } from "./schema";
import type { CaseLink, MergeResult } from "./types";

/** Ends a transaction in which a colleague was first. */
class ChangedMeanwhile extends Error {}

/**
 * Says that two enquiries are one person's: one case goes up into the other and is closed. Letters stay in the thread
 * that they were written in, so that both receipts open what they opened before. What was still to be done moves.
 *
 * @throws AppError `notFound`, also when either case belongs to another site
 */
export async function mergeCases(desk: Desk, input: MergeCases, now: Date): Promise<MergeResult> {
  const [from, into] = [await opened(desk, input.caseId), await opened(desk, input.into)];
  const moved = from.version !== input.version || into.version !== input.intoVersion;
  // The same form sent twice is one merging.
  if (moved && (await isMerged(desk, from, into))) return { ok: true };
  const refusal = moved ? "changedMeanwhile" : whyNotMerge(from, into);
  if (refusal) return { ok: false, reason: refusal };
  try {
    await desk.db.$transaction((tx) => mergeWithin(tx, desk, from, into, now));
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return { ok: false, reason: "changedMeanwhile" };
    throw error;
  }
  return { ok: true };
}

/** The case, with a status that rules understand. */
const opened = async (desk: Desk, caseId: string) => {
  const { status, ...rest } = await openForChange(desk, caseId);
  return { ...rest, status: status as CaseStatus };
};

type Side = Omit<OpenedCase, "status"> & { status: CaseStatus };

async function mergeWithin(tx: Tx, desk: Desk, from: Side, into: Side, now: Date): Promise<void> {
  // In one order, so that two mergings of the same cases wait for each other instead of blocking each other.
  for (const id of [from.id, into.id].toSorted())
    await tx.$queryRaw`SELECT FROM case_file WHERE id = ${id}::uuid FOR UPDATE`;
  await moveFollowUps(tx, desk, from, into, now);
  const links = [
    linkFrom(desk, from, "mergedInto", into, now),
    linkFrom(desk, into, "mergedFrom", from, now),
  ];
  // Merged, reopened and merged again, they are linked already.
  await tx.caseLink.createMany({ data: links, skipDuplicates: true });

  const over = { status: "closed", unread: false, waitingSince: null };
  // Whoever waits in the one case waits in the case that goes on.
  const kept = {
    waitingSince: earlier(from.waitingSince, into.waitingSince),
    unread: from.unread || into.unread,
  };
  const gone = { action: "mergedInto", number: into.number } as const;
  const taken = { action: "mergedFrom", number: from.number } as const;
  const done =
    (await changeWithin(tx, desk, from, from.version, over, gone, now)) &&
    (await changeWithin(tx, desk, into, into.version, kept, taken, now));
  if (!done) throw new ChangedMeanwhile();
}

const earlier = (a: Date | null, b: Date | null): Date | null => (a && b ? (a < b ? a : b) : (a ?? b));

const linkId = ({ key }: OpenedCase, kind: CaseLink["kind"], other: { id: string }): string =>
  letterIdFor(key, JSON.stringify(["link", kind, other.id]));

/** The row that leads from one case to the other, sealed to the first. */
function linkFrom(desk: Desk, own: Side, kind: CaseLink["kind"], other: Side, now: Date) {
  const id = linkId(own, kind, other);
  const body: Omit<CaseLink, "id"> = { kind, otherId: other.id, number: other.number, at: now.toISOString() };
  const place = linkPlace({ site: desk.site, caseId: own.id }, id);
  const sealedBody = sealText(own.key, place, JSON.stringify({ ...body, account: desk.account }));
  return { siteId: desk.site, caseId: own.id, id, createdOn: new Date(berlinDay(now)), sealedBody };
}

async function isMerged(desk: Desk, from: Side, into: Side): Promise<boolean> {
  if (from.status !== "closed") return false;
  return (
    (await desk.db.caseLink.count({ where: { caseId: from.id, id: linkId(from, "mergedInto", into) } })) === 1
  );
}
