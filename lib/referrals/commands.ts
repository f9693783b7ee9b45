import type { Desk } from "../auth/desk";
import type { Mailbox } from "../mailbox/commands";
import type { ReferralResult } from "./internal/change";
import { ask, revoke } from "./internal/consent";
import { insertDraft, rewriteDraft } from "./internal/draft";
import { type Answered, answerInMailbox, type Own } from "./internal/own";
import { record } from "./internal/record";
import { answer, arrange, finish, send } from "./internal/send";
import type {
  Appointment,
  AskConsent,
  ChangeDraft,
  DraftReferral,
  FinishReferral,
  MarkSent,
  RecordAnswer,
  RecordConsent,
  RevokeConsent,
} from "./schema";

type Result = Promise<ReferralResult>;

// Every command throws AppError `notFound` for a case or a referral of another site, as for one that never was.

/** Writes a referral down; nobody else learns of it before the person agrees. */
export const draftReferral = (desk: Desk, input: DraftReferral, now: Date): Result =>
  insertDraft(desk, input, now);

/** Changes what a draft says. The second of two who change it at once is refused, and sees what the first wrote. */
export const changeDraft = (desk: Desk, input: ChangeDraft, now: Date): Result =>
  rewriteDraft(desk, input, now);

/** Asks the person in their mailbox. From then on the text does not change any more. */
export const askConsent = (desk: Desk, input: AskConsent, now: Date): Result => ask(desk, input, now);

/** Records what the person said otherwise, with the day and the words used. */
export const recordConsent = (desk: Desk, input: RecordConsent, now: Date): Result =>
  record(desk, input, now);

/** Takes a consent, a request or a draft back, whatever colleagues do at the same time. */
export const revokeConsent = (desk: Desk, input: RevokeConsent, now: Date): Result =>
  revoke(desk, input, now);

/** Says that what the person agreed to has been sent. Refused without a consent that holds; there is no way around. */
export const markSent = (desk: Desk, input: MarkSent, now: Date): Result => send(desk, input, now);

/** Agrees on a joint appointment. */
export const agreeAppointment = (desk: Desk, input: Appointment, now: Date): Result =>
  arrange(desk, input, now);

/** Records what came back: accepted, refused, or nothing in time. */
export const recordAnswer = (desk: Desk, input: RecordAnswer, now: Date): Result => answer(desk, input, now);

/** Records what became of a referral, and ends it. */
export const finishReferral = (desk: Desk, input: FinishReferral, now: Date): Result =>
  finish(desk, input, now);

/** The person answers for themselves: says yes to what is ticked, says no, or takes a yes back. */
export const answerAsPerson = (mailbox: Mailbox, own: Own, now: Date): Promise<Answered> =>
  answerInMailbox(mailbox, own, now);
