import type { Desk } from "../../auth/desk";
import type { Tx } from "../../cases/commands";
import { sealHandover } from "../../handovers/commands";
import type { SealedHandover } from "../../handovers/types";
import { isoDay } from "../../time/day";
import { berlinDay } from "../../time/rules";
import { CONSENT_TEXT_VERSION } from "../rules";
import type { RecordConsent } from "../schema";
import type { Consent, ConsentDecision, Referral, SharedField } from "../types";
import {
  bodyOf,
  consentIdFor,
  DONE,
  type OpenedReferral,
  openOne,
  type ReferralResult,
  Refused,
  refuse,
  sealPart,
  step,
} from "./change";
import { insertRequest, isTerm } from "./consent";

/** Writes down an answer that was given in person, by phone or in writing: on a draft, or while the mailbox asks. */
export async function record(desk: Desk, input: RecordConsent, now: Date): Promise<ReferralResult> {
  const at = await openOne(desk, input.caseId, input.referralId);
  const { consent } = at.referral;
  const status = input.answer === "given" ? "consented" : "declined";
  const fields = leftIn(at, input);
  const isDone = (stored: Referral): boolean =>
    stored.status === status && isRecorded(stored.consent, input, fields);
  // What was answered stays as it is: who wants it otherwise has to take it back, and must not believe it was changed.
  if (consent && consent.status !== "requested")
    return isDone(at.referral) ? DONE : refuse("changedMeanwhile");
  const days = daysOf(at, input, now);
  if (!days) return refuse("dayNotPossible");
  if (input.answer === "given" && fields.length === 0) return refuse("nothingToShare");
  const handover = input.answer === "given" ? await sealedFor(at, fields) : undefined;
  if (handover === null) return refuse("siteUnknown");

  return step(desk, at, now, {
    version: input.version,
    // Where the mailbox was asking, the answer has taken the referral along already.
    from: [consent ? status : "draft"],
    data: { consentId: consentIdFor(at), status },
    isDone,
    action: { action: input.answer === "given" ? "consentGiven" : "consentDeclined" },
    before: async (tx) => {
      if (!consent) await insertRequest(tx, desk, at, days, now);
      await decide(tx, at, input, decisionOf(desk, input, fields, now));
    },
    ...(handover ? { after: (tx) => keep(tx, at, handover) } : {}),
  });
}

/** Whether the very same answer stands there: who strikes out more, or writes another day, wants something else. */
function isRecorded(consent: Consent | null, input: RecordConsent, fields: SharedField[]): boolean {
  const { decision, decidedOn, expiresOn } = consent ?? {};
  if (!decision || !decidedOn || !expiresOn) return false;
  return (
    decision.words === input.words &&
    decision.way === input.way &&
    decision.language === input.language &&
    isoDay(decidedOn) === input.on &&
    (!input.expiresOn || isoDay(expiresOn) === input.expiresOn) &&
    decision.fields.join() === fields.join()
  );
}

/** From when until when the consent counts; null when the answer cannot have been given on its day. */
function daysOf({ referral: { consent } }: OpenedReferral, input: RecordConsent, now: Date) {
  const on = new Date(input.on);
  const askedOn = consent?.askedOn ?? on;
  const expiresOn = consent?.expiresOn ?? (input.expiresOn && new Date(input.expiresOn));
  if (!expiresOn) return null;
  const isPossible = on <= new Date(berlinDay(now)) && askedOn <= on && on <= expiresOn;
  return isPossible && isTerm(askedOn, expiresOn) ? { askedOn, expiresOn } : null;
}

/** What was asked for and not struck out. */
function leftIn({ referral }: OpenedReferral, { answer, fields }: RecordConsent): SharedField[] {
  if (answer === "declined") return [];
  return bodyOf(referral)
    .fields.map(({ field }) => field)
    .filter((field) => fields.includes(field));
}

const decisionOf = (desk: Desk, input: RecordConsent, fields: SharedField[], now: Date): ConsentDecision => ({
  ...{ fields, way: input.way, language: input.language, words: input.words },
  ...{ textVersion: CONSENT_TEXT_VERSION, account: desk.account, at: now.toISOString() },
});

async function decide(
  tx: Tx,
  at: OpenedReferral,
  { answer, on }: RecordConsent,
  decision: ConsentDecision,
): Promise<void> {
  const id = consentIdFor(at);
  const { count } = await tx.consent.updateMany({
    where: { caseId: at.opened.id, id, status: "requested" },
    data: {
      status: answer,
      decidedOn: new Date(on),
      decidedBy: "site",
      sealedDecision: sealPart(at, id, "decision", decision),
    },
  });
  // The person answered in the mailbox at this very moment, or a colleague wrote an answer down.
  if (count === 0) throw new Refused("changedMeanwhile");
}

/** What another site shall get; null when it cannot be written to, and undefined where no site is meant. */
async function sealedFor({ opened, referral }: OpenedReferral, left: SharedField[]) {
  if (!referral.toSite) return undefined;
  const texts = bodyOf(referral).fields.filter(({ field }) => left.includes(field));
  return sealHandover({ site: referral.toSite, texts, language: opened.language, receipt: null });
}

async function keep(tx: Tx, at: OpenedReferral, handover: SealedHandover): Promise<void> {
  const { caseId, language, epoch, wrappedKey, sealedEnquiry } = handover;
  await tx.$queryRaw`SELECT desk_hand_over(${at.opened.id}::uuid, ${consentIdFor(at)}::uuid, ${caseId}::uuid,
    ${language}, ${epoch}, ${wrappedKey}, ${sealedEnquiry})::text`;
}
