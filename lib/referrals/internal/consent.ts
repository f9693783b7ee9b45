import type { Desk } from "../../auth/desk";
import { addToCase, type Tx } from "../../cases/commands";
import { berlinDay } from "../../time/rules";
import { dayAfter, LONGEST_CONSENT_DAYS } from "../rules";
import type { AskConsent, RevokeConsent } from "../schema";
import type { ConsentRequest, ConsentRevocation } from "../types";
import {
  bodyOf,
  consentIdFor,
  DONE,
  type OpenedReferral,
  openOne,
  type ReferralResult,
  refuse,
  sealPart,
  step,
} from "./change";

/** Asks the person in their mailbox for exactly what the draft says. */
export async function ask(desk: Desk, input: AskConsent, now: Date): Promise<ReferralResult> {
  const at = await openOne(desk, input.caseId, input.referralId);
  if (at.referral.status === "consentRequested") return DONE;
  if (!at.opened.mailbox) return refuse("noMailbox");
  if (bodyOf(at.referral).fields.length === 0) return refuse("nothingToShare");
  const [askedOn, expiresOn] = [new Date(berlinDay(now)), new Date(input.expiresOn)];
  if (!isTerm(askedOn, expiresOn)) return refuse("dayNotPossible");
  return step(desk, at, now, {
    version: input.version,
    from: ["draft"],
    data: { status: "consentRequested", consentId: consentIdFor(at) },
    action: { action: "consentAsked" },
    isDone: ({ status }) => status === "consentRequested",
    before: (tx) => insertRequest(tx, desk, at, { askedOn, expiresOn }, now),
  });
}

export const isTerm = (from: Date, until: Date): boolean =>
  from <= until && until <= dayAfter(from, LONGEST_CONSENT_DAYS);

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
 * colleague did meanwhile: who takes back is right.
 */
export async function revoke(desk: Desk, input: RevokeConsent, now: Date): Promise<ReferralResult> {
  const at = await openOne(desk, input.caseId, input.referralId);
  const { opened, referral } = at;
  if (referral.status === "revoked") return DONE;
  const on = new Date(input.on);
  if (on > new Date(berlinDay(now))) return refuse("dayNotPossible");
  const { way, words } = input;
  const revocation: ConsentRevocation = { way, words, account: desk.account, at: now.toISOString() };
  const action = { action: way === "ours" ? "referralDropped" : "consentRevoked" } as const;
  await addToCase(desk, opened, {}, action, now, async (tx) => {
    if (referral.consent) {
      const { id } = referral.consent;
      await tx.consent.updateMany({
        where: { caseId: opened.id, id, status: { in: ["requested", "given"] } },
        data: {
          ...{ status: "revoked", revokedOn: on, revokedBy: "site" },
          sealedRevocation: sealPart(at, id, "revocation", revocation),
        },
      });
    }
    // The database has taken a referral along whose consent was revoked; a draft and a refused one end here.
    await tx.referral.updateMany({
      where: { caseId: opened.id, id: referral.id, status: { not: "revoked" } },
      data: { status: "revoked" },
    });
  });
  return DONE;
}
