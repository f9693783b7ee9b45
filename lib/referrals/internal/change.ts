import type { Desk } from "../../auth/desk";
import { addToCase, type OpenedCase, openForChange, type Tx } from "../../cases/commands";
import type { CaseAction } from "../../cases/types";
import { sealText } from "../../crypto/content";
import { type CaseRef, consentPlace, letterIdFor, referralPlace } from "../../crypto/places";
import { isUniqueViolation } from "../../db/errors";
import { AppError } from "../../errors";
import { countAfterHandover } from "../../record/commands";
import type { Consent, Referral, ReferralBody, ReferralStatus } from "../types";
import { openReferral } from "./open";

/** Codes equal the keys under `staff.referrals.refused`. */
export type ReferralRefusal =
  | "changedMeanwhile"
  | "noConsent"
  | "noMailbox"
  | "nothingToShare"
  | "dayNotPossible"
  | "notPossible"
  | "siteUnknown";

export type ReferralResult = { ok: true } | { ok: false; reason: ReferralRefusal };

export const DONE: ReferralResult = { ok: true };
export const refuse = (reason: ReferralRefusal): ReferralResult => ({ ok: false, reason });

/** Ends a transaction whose work turned out to be impossible; nothing of it stays. */
export class Refused extends Error {
  constructor(readonly reason: ReferralRefusal) {
    super(reason);
  }
}

/** A referral with its case, as a command needs it. */
export type OpenedReferral = { opened: OpenedCase; ref: CaseRef; referral: Referral };

/** @throws AppError `notFound`, also for a referral of another case or site */
export async function openOne(desk: Desk, caseId: string, referralId: string): Promise<OpenedReferral> {
  const opened = await openForChange(desk, caseId);
  const row = await desk.db.referral.findFirst({
    where: { caseId, id: referralId },
    include: { consent: true },
  });
  if (!row) throw new AppError("notFound");
  const ref = { site: desk.site, caseId };
  return { opened, ref, referral: openReferral(opened.key, ref, row) };
}

/** What stands in the referral; whoever cannot open it cannot go on with it. */
export function bodyOf({ body }: Referral): ReferralBody {
  if (!body) throw new AppError("sealBroken");
  return body;
}

type Step = {
  version: number;
  from: readonly ReferralStatus[];
  /** What changes of the row besides the text. */
  data?: {
    status?: ReferralStatus;
    sentOn?: Date;
    answerDueOn?: Date | null;
    consentId?: string;
    partnerId?: string | null;
  };
  body?: ReferralBody;
  action: CaseAction;
  /** Whether it is what this step wanted already: the same press twice is one. */
  isDone: (referral: Referral) => boolean;
  /** What else happens, after the referral is where it shall be. */
  after?: (tx: Tx) => Promise<void>;
  /** What else happens, before the referral is touched: a consent comes first, as everywhere. */
  before?: (tx: Tx) => Promise<void>;
};

/** Takes a referral one step further, if it still is where the counsellor saw it; otherwise nothing happens. */
export async function step(desk: Desk, at: OpenedReferral, now: Date, taken: Step): Promise<ReferralResult> {
  const { opened, referral } = at;
  const { version, from, data = {}, body, action, before, after, isDone } = taken;
  const sealed = body && sealBody(at, version + 1, body);
  const work = async (tx: Tx) => {
    await before?.(tx);
    const { count } = await tx.referral.updateMany({
      where: { caseId: opened.id, id: referral.id, version, status: { in: [...from] } },
      data: { ...data, ...sealed },
    });
    if (count === 0) throw new Refused("changedMeanwhile");
    await after?.(tx);
  };
  return unlessDone(desk, at, isDone, () => addToReferred(desk, at, action, now, work));
}

/** Adds to the case of a referral. One that is closed counts at the site that has it, which a handover may change. */
export const addToReferred = (
  desk: Desk,
  { opened, referral }: OpenedReferral,
  action: CaseAction,
  now: Date,
  work: (tx: Tx) => Promise<void>,
): Promise<void> =>
  addToCase(desk, opened, {}, action, now, work, (tx, status) =>
    referral.toSite ? countAfterHandover(tx, desk, opened, status, now) : Promise.resolve(),
  );

/** Does something whole or not at all; what cannot be done because it is done already counts as done. */
export async function unlessDone(
  desk: Desk,
  { opened, referral }: OpenedReferral,
  isDone: Step["isDone"],
  work: () => Promise<void>,
): Promise<ReferralResult> {
  try {
    await work();
    return DONE;
  } catch (error) {
    // A unique violation: the same request was stored by somebody at this very moment.
    if (!(error instanceof Refused) && !isUniqueViolation(error)) throw error;
    const stored = (await openOne(desk, opened.id, referral.id)).referral;
    if (isDone(stored)) return DONE;
    return refuse(error instanceof Refused ? error.reason : "changedMeanwhile");
  }
}

/** What a referral says, sealed as its version. */
export const sealBody = ({ opened, ref, referral }: OpenedReferral, version: number, body: ReferralBody) => ({
  version,
  sealedBody: sealText(opened.key, referralPlace(ref, referral.id, version), JSON.stringify(body)),
});

/**
 * Waits until nobody is changing the consent, and keeps it as it is until the transaction ends: who revoked before
 * has won, who revokes now does so afterwards.
 */
export async function holdConsent(tx: Tx, { id }: Consent, ref: CaseRef): Promise<string> {
  const [row] = await tx.$queryRaw<{ status: string }[]>`
    SELECT status FROM consent WHERE case_id = ${ref.caseId}::uuid AND id = ${id}::uuid FOR SHARE`;
  return row?.status ?? "";
}

/** The id of the consent of a referral. Each has one, so that asking twice is asking once. */
export const consentIdFor = ({ opened, referral }: OpenedReferral): string =>
  letterIdFor(opened.key, JSON.stringify(["consent", referral.id]));

/** Seals a part of a consent that the site writes. */
export const sealPart = (
  { opened, ref }: OpenedReferral,
  id: string,
  part: Parameters<typeof consentPlace>[2],
  content: unknown,
): Uint8Array<ArrayBuffer> =>
  sealText(opened.key, consentPlace(ref, id, part, "site"), JSON.stringify(content));
