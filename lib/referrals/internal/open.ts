import { type CaseKey, openTextOrNull } from "../../crypto/content";
import { type CaseRef, consentPlace, referralPlace } from "../../crypto/places";
import type {
  Consent,
  ConsentStatus,
  ReceivedAnswer,
  Referral,
  ReferralBody,
  ReferralStatus,
} from "../types";

export type ConsentRow = {
  id: string;
  status: string;
  askedOn: Date;
  expiresOn: Date;
  decidedOn: Date | null;
  decidedBy: string | null;
  revokedOn: Date | null;
  revokedBy: string | null;
  sealedRequest: Uint8Array;
  sealedDecision: Uint8Array | null;
  sealedRevocation: Uint8Array | null;
};

export type ReferralRow = {
  id: string;
  status: string;
  partnerId: string | null;
  toSite: string | null;
  reply: string | null;
  sentOn: Date | null;
  answerDueOn: Date | null;
  version: number;
  sealedBody: Uint8Array;
  consent: ConsentRow | null;
};

type Part = Parameters<typeof consentPlace>[2];

/** A part of a consent, opened as written by whom the row says. */
export function openPart<T>(
  key: CaseKey,
  ref: CaseRef,
  id: string,
  part: Part,
  author: string | null,
  sealed: Uint8Array | null,
): T | null {
  if (!sealed || !author) return null;
  const text = openTextOrNull(
    key,
    consentPlace(ref, id, part, author === "person" ? "person" : "site"),
    sealed,
  );
  return text === null ? null : JSON.parse(text);
}

export const openConsent = (key: CaseKey, ref: CaseRef, row: ConsentRow): Consent => ({
  id: row.id,
  status: row.status as ConsentStatus,
  askedOn: row.askedOn,
  expiresOn: row.expiresOn,
  decidedOn: row.decidedOn,
  revokedOn: row.revokedOn,
  request: openPart(key, ref, row.id, "request", "site", row.sealedRequest),
  decision: openPart(key, ref, row.id, "decision", row.decidedBy, row.sealedDecision),
  revocation: openPart(key, ref, row.id, "revocation", row.revokedBy, row.sealedRevocation),
});

export function openReferral(key: CaseKey, ref: CaseRef, row: ReferralRow): Referral {
  const body = openTextOrNull(key, referralPlace(ref, row.id, row.version), row.sealedBody);
  return {
    id: row.id,
    status: row.status as ReferralStatus,
    partnerId: row.partnerId,
    toSite: row.toSite,
    reply: row.reply,
    sentOn: row.sentOn,
    answerDueOn: row.answerDueOn,
    version: row.version,
    body: body === null ? null : bodyIn(JSON.parse(body)),
    consent: row.consent && openConsent(key, ref, row.consent),
  };
}

/** What was sealed before every answer was kept holds the last one, by itself. */
const bodyIn = ({ answer, ...body }: ReferralBody & { answer?: ReceivedAnswer }): ReferralBody =>
  answer ? { ...body, answers: [answer] } : body;
