import type { Desk } from "../../auth/desk";
import type { Tx } from "../../cases/commands";
import { addDays, isoDay } from "../../time/day";
import { berlinDay } from "../../time/rules";
import { isTakenOver, LONGEST_CONSENT_DAYS } from "../rules";
import type { AskConsent, RevokeConsent } from "../schema";
import type { ConsentRequest, ConsentRevocation, Referral, ReferralBody } from "../types";
import {
  addToReferred,
  bodyOf,
  consentIdFor,
  DONE,
  type OpenedReferral,
  openOne,
  type ReferralResult,
  Refused,
  refuse,
  sealBody,
  sealPart,
  step,
  unlessDone,
} from "./change";
import { openReferral } from "./open";

/** Asks the person in their mailbox for exactly what the draft says. */
export async function ask(desk: Desk, input: AskConsent, now: Date): Promise<ReferralResult> {
  const at = await openOne(desk, input.caseId, input.referralId);
  const isAsked = ({ status, consent }: Referral): boolean =>
    status === "consentRequested" && consent !== null && isoDay(consent.expiresOn) === input.expiresOn;
  if (isAsked(at.referral)) return DONE;
  if (!at.opened.mailbox) return refuse("noMailbox");
  if (bodyOf(at.referral).fields.length === 0) return refuse("nothingToShare");
  const [askedOn, expiresOn] = [new Date(berlinDay(now)), new Date(input.expiresOn)];
  if (!isTerm(askedOn, expiresOn)) return refuse("dayNotPossible");
  return step(desk, at, now, {
    version: input.version,
    from: ["draft"],
    data: { status: "consentRequested", consentId: consentIdFor(at) },
    action: { action: "consentAsked" },
    isDone: isAsked,
    before: (tx) => insertRequest(tx, desk, at, { askedOn, expiresOn }, now),
  });
}

export const isTerm = (from: Date, until: Date): boolean =>
  from <= until && isoDay(until) <= addDays(isoDay(from), LONGEST_CONSENT_DAYS);

/** Stores the question, as the draft has it. */
export async function insertRequest(
  tx: Tx,
  desk: Desk,
  at: OpenedReferral,
  term: { askedOn: Date; expiresOn: Date },
  now: Date,
): Promise<void> {
  const { recipient, purpose, fields } = bodyOf(at.referral);
  const { toSite } = at.referral;
  const request: ConsentRequest = {
    ...{ recipient, purpose, fields, ...(toSite ? { toSite, language: at.opened.language } : {}) },
    account: desk.account,
    at: now.toISOString(),
  };
  const id = consentIdFor(at);
  const consent = { siteId: desk.site, caseId: at.opened.id, id, ...term };
  await tx.consent.createMany({
    data: [{ ...consent, sealedRequest: sealPart(at, id, "request", request) }],
  });
}

/**
 * Takes a consent back, or a request, or a draft: from then on nothing is sent. Never refused because of what a
 * colleague did meanwhile: who takes back is right. Only where it is taken back already, with other words, there is
 * no place left for these, and whoever wrote them has to know.
 */
export async function revoke(desk: Desk, input: RevokeConsent, now: Date): Promise<ReferralResult> {
  const at = await openOne(desk, input.caseId, input.referralId);
  const { way, words, on } = input;
  if (new Date(on) > new Date(berlinDay(now))) return refuse("dayNotPossible");
  const revocation = { way, words, on, account: desk.account, at: now.toISOString() };
  const action = { action: way === "ours" ? "referralDropped" : "consentRevoked" } as const;
  return unlessDone(
    desk,
    at,
    (stored) => isTakenBack(stored, input),
    () => addToReferred(desk, at, action, now, (tx) => takeBack(tx, at, revocation)),
  );
}

type Revocation = NonNullable<ReferralBody["revocation"]>;

async function takeBack(tx: Tx, at: OpenedReferral, { on, ...revocation }: Revocation): Promise<void> {
  const id = consentIdFor(at);
  // By its own id, not by what the referral said before: a colleague may have asked, or recorded a yes, until the case
  // was locked for this.
  const { count } = await tx.consent.updateMany({
    where: { caseId: at.opened.id, id, status: { in: ["requested", "given"] } },
    data: {
      ...{ status: "revoked", revokedOn: new Date(on), revokedBy: "site" },
      sealedRevocation: sealPart(at, id, "revocation", revocation satisfies ConsentRevocation),
    },
  });
  // The database takes a referral along whose consent is revoked; a draft and a refused one end by themselves.
  if (count === 0) await giveUp(tx, at, { on, ...revocation });
}

/** Ends a referral that has no consent to take back, and keeps the reason with it. */
async function giveUp(tx: Tx, at: OpenedReferral, revocation: Revocation): Promise<void> {
  const place = { caseId: at.opened.id, id: at.referral.id };
  // As it is now: a colleague may have changed the draft until the case was locked.
  const row = await tx.referral.findFirstOrThrow({ where: place, include: { consent: true } });
  if (row.status === "revoked" || isTakenOver(row)) throw new Refused("changedMeanwhile");
  const body = { ...bodyOf(openReferral(at.opened.key, at.ref, row)), revocation };
  const { count } = await tx.referral.updateMany({
    where: { ...place, version: row.version, status: { not: "revoked" } },
    data: { status: "revoked", ...sealBody(at, row.version + 1, body) },
  });
  if (count === 0) throw new Refused("changedMeanwhile");
}

/** Whether it was taken back with the same words. */
function isTakenBack({ status, body, consent }: Referral, { way, words, on }: RevokeConsent): boolean {
  // Of a case that another site has made its own the consent alone is taken back.
  if (status !== "revoked" && consent?.status !== "revoked") return false;
  const stored = body?.revocation ?? consent?.revocation;
  const since = body?.revocation?.on ?? (consent?.revokedOn && isoDay(consent.revokedOn));
  return stored?.words === words && stored.way === way && since === on;
}
