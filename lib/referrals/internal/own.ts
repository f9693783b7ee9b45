import { sealText } from "../../crypto/content";
import { type CaseRef, consentPlace } from "../../crypto/places";
import { furtherLookup } from "../../crypto/receipt";
import { surfaceDb } from "../../db/client";
import { sealHandover } from "../../handovers/commands";
import type { SealedHandover } from "../../handovers/types";
import { findMailbox, type Mailbox } from "../../mailbox/commands";
import { berlinDay } from "../../time/rules";
import { CONSENT_TEXT_VERSION, shownStatus } from "../rules";
import type {
  ConsentDecision,
  ConsentRequest,
  ConsentRevocation,
  ConsentStatus,
  PersonConsent,
  SharedField,
} from "../types";
import { openPart } from "./open";

type Row = {
  id: string;
  status: ConsentStatus;
  asked_on: Date;
  expires_on: Date;
  decided_on: Date | null;
  decided_by: string | null;
  revoked_on: Date | null;
  sent_on: Date | null;
  sealed_request: Uint8Array;
  sealed_decision: Uint8Array | null;
};

/** What a person was asked, through a login that reaches what belongs to one receipt only. */
export async function rowsOf(mailbox: Mailbox, now: Date): Promise<PersonConsent[]> {
  const rows = await surfaceDb("mailbox").$queryRaw<Row[]>`
    SELECT * FROM mailbox_consents(${mailbox.keys.lookupId})`;
  return Promise.all(rows.map((row) => openRow(mailbox, row, new Date(berlinDay(now)))));
}

async function openRow(mailbox: Mailbox, row: Row, today: Date): Promise<PersonConsent> {
  const { caseKey } = mailbox;
  const decision = openPart<ConsentDecision>(
    caseKey,
    mailbox,
    row.id,
    "decision",
    row.decided_by,
    row.sealed_decision,
  );
  return {
    id: row.id,
    status: shownStatus(row.status, row.expires_on, today),
    expiresOn: row.expires_on,
    decidedOn: row.decided_on,
    revokedOn: row.revoked_on,
    sentOn: row.sent_on,
    request: openPart<ConsentRequest>(caseKey, mailbox, row.id, "request", "site", row.sealed_request),
    chosen: decision?.fields ?? null,
    thread: (decision?.thread && (await threadAt(mailbox, decision.thread))) ?? null,
  };
}

/**
 * Where the thread goes on, once a case was made of it there. Only the receipt says so: what the referral says about
 * itself here may change afterwards, and the person must never lose the way to their own case.
 */
async function threadAt(mailbox: Mailbox, place: CaseRef): Promise<CaseRef | null> {
  const lookupId = furtherLookup(mailbox.keys.key, place);
  return (await findMailbox({ ...mailbox.keys, lookupId })) ? place : null;
}

/** What the person answers, in the language in which they read the question. */
export type Own =
  | { id: string; answer: "given"; fields: SharedField[]; locale: string }
  | { id: string; answer: "declined" | "revoked"; locale: string };

/** `stands`: it was answered otherwise before, given up by the site, or its time is over. */
export type Answered = "accepted" | "repeated" | "stands" | "unknown";

export async function answerInMailbox(mailbox: Mailbox, own: Own, now: Date): Promise<Answered> {
  const request = (await rowsOf(mailbox, now)).find(({ id }) => id === own.id)?.request;
  const handover =
    own.answer === "given" && request?.toSite ? await sealedFor(mailbox, own, request) : undefined;
  if (handover === null) return "stands";
  const part = own.answer === "revoked" ? "revocation" : "decision";
  const place = consentPlace(mailbox, own.id, part, "person");
  const thread = handover && { site: handover.site, caseId: handover.caseId };
  const sealed = sealText(mailbox.caseKey, place, JSON.stringify(contentOf(own, thread, now)));
  const [row] = await (handover
    ? giveAndHandOver(mailbox, own, sealed, handover, now)
    : surfaceDb("mailbox").$queryRaw<Outcome[]>`
        SELECT mailbox_decide(${mailbox.keys.lookupId}, ${own.id}::uuid, ${own.answer}, ${sealed},
          ${berlinDay(now)}::date) AS outcome`);
  return row?.outcome ?? "unknown";
}

type Outcome = { outcome: Answered };
type Given = Extract<Own, { answer: "given" }>;

/** The person's own session seals what they left in, with the receipt at hand: it opens the thread there as well. */
const sealedFor = (mailbox: Mailbox, own: Given, request: ConsentRequest): Promise<SealedHandover | null> =>
  sealHandover({
    site: request.toSite ?? "",
    texts: request.fields.filter(({ field }) => own.fields.includes(field)),
    language: request.language ?? "de",
    receipt: mailbox.keys,
  });

function giveAndHandOver(
  mailbox: Mailbox,
  own: Own,
  sealed: Uint8Array,
  { caseId, language, epoch, wrappedKey, sealedEnquiry, thread }: SealedHandover,
  now: Date,
): Promise<Outcome[]> {
  return surfaceDb("mailbox").$queryRaw<Outcome[]>`
    SELECT mailbox_hand_over(${mailbox.keys.lookupId}, ${own.id}::uuid, ${sealed}, ${berlinDay(now)}::date,
      ${caseId}::uuid, ${language}, ${epoch}, ${wrappedKey}, ${sealedEnquiry}, ${thread?.lookupId},
      ${thread?.mailboxKey}) AS outcome`;
}

type Thread = { site: string; caseId: string } | undefined;

function contentOf(own: Own, thread: Thread, now: Date): ConsentDecision | ConsentRevocation {
  const at = now.toISOString();
  if (own.answer === "revoked") return { way: "mailbox", words: "", at };
  const fields = own.answer === "given" ? own.fields : [];
  const decision = { fields, language: own.locale, textVersion: CONSENT_TEXT_VERSION, words: "", at };
  return { ...decision, way: "mailbox", ...(thread ? { thread } : {}) };
}
