import type { Desk } from "../../auth/desk";
import { isoDay } from "../../time/day";
import { berlinDay } from "../../time/rules";
import { holdsOn, mayGo } from "../rules";
import type { Appointment, FinishReferral, MarkSent, RecordAnswer } from "../schema";
import { ANSWERS, type Referral } from "../types";
import { bodyOf, DONE, holdConsent, openOne, type ReferralResult, Refused, refuse, step } from "./change";

/** Says that the consented texts have been sent, on a day on which the consent held. */
export async function send(desk: Desk, typed: MarkSent, now: Date): Promise<ReferralResult> {
  const at = await openOne(desk, typed.caseId, typed.referralId);
  const { consent, toSite } = at.referral;
  // A letter may have been posted yesterday. What goes to another site goes there now, whatever day was typed.
  const input = toSite ? { ...typed, on: berlinDay(now) } : typed;
  if (isSent(at.referral, input)) return DONE;
  if (consent?.status !== "given") return refuse("noConsent");
  const on = new Date(input.on);
  const answerDueOn = input.answerDueOn ? new Date(input.answerDueOn) : null;
  if (!holdsOn(consent, on) || on > new Date(berlinDay(now)) || (answerDueOn && answerDueOn < on))
    return refuse("dayNotPossible");
  return step(desk, at, now, {
    version: input.version,
    from: ["consented"],
    data: { status: "sent", sentOn: on, answerDueOn },
    body: { ...bodyOf(at.referral), sent: { way: input.way, words: input.words } },
    action: { action: "referralSent" },
    isDone: (stored) => isSent(stored, input),
    before: async (tx) => {
      if ((await holdConsent(tx, consent, at.ref)) !== "given") throw new Refused("noConsent");
    },
  });
}

/** Whether the very same was recorded. */
function isSent({ status, sentOn, answerDueOn, body }: Referral, input: MarkSent): boolean {
  const due = answerDueOn && isoDay(answerDueOn);
  if (status !== "sent" || !sentOn || isoDay(sentOn) !== input.on || due !== input.answerDueOn) return false;
  return body?.sent?.way === input.way && body.sent.words === input.words;
}

/** Agrees a day on which somebody of the site goes along, or all talk together. */
export async function arrange(desk: Desk, input: Appointment, now: Date): Promise<ReferralResult> {
  const at = await openOne(desk, input.caseId, input.referralId);
  return step(desk, at, now, {
    version: input.version,
    from: ["consented", "sent", "accepted", "noAnswer"],
    body: { ...bodyOf(at.referral), appointment: { on: input.on, words: input.words } },
    action: { action: "appointmentAgreed" },
    isDone: ({ body }) => body?.appointment?.on === input.on && body.appointment.words === input.words,
  });
}

/** What came back from those to whom the person was referred. What came before stays: nobody called for nothing. */
export async function answer(desk: Desk, input: RecordAnswer, now: Date): Promise<ReferralResult> {
  const at = await openOne(desk, input.caseId, input.referralId);
  const { reply, on, words } = input;
  const { status, sentOn, toSite } = at.referral;
  if (isAnswered(at.referral, input)) return DONE;
  // Another site answers for itself.
  if (toSite) return refuse("notPossible");
  if (!mayGo(status, reply)) return refuse(wasAnswered(at.referral) ? "changedMeanwhile" : "notPossible");
  const day = new Date(on);
  if (day > new Date(berlinDay(now)) || (sentOn && day < sentOn)) return refuse("dayNotPossible");
  const body = bodyOf(at.referral);
  return step(desk, at, now, {
    version: input.version,
    from: [status],
    data: { status: reply },
    body: { ...body, answers: [...(body.answers ?? []), { reply, on, words }] },
    action: { action: "referralAnswered", answer: reply },
    isDone: (stored) => isAnswered(stored, input),
  });
}

function isAnswered({ status, body }: Referral, { reply, on, words }: RecordAnswer): boolean {
  const last = body?.answers?.at(-1);
  return status === reply && last?.on === on && last.words === words;
}

/** Whether somebody has written an answer down already, or the end. */
const wasAnswered = ({ status }: Referral): boolean =>
  status === "done" || ANSWERS.some((known) => known === status);

/** What became of it in the end. */
export async function finish(desk: Desk, input: FinishReferral, now: Date): Promise<ReferralResult> {
  const at = await openOne(desk, input.caseId, input.referralId);
  const { status } = at.referral;
  const isFinished = (stored: Referral): boolean =>
    stored.status === "done" && stored.body?.result === input.result;
  if (isFinished(at.referral)) return DONE;
  if (!mayGo(status, "done")) return refuse(status === "done" ? "changedMeanwhile" : "notPossible");
  return step(desk, at, now, {
    version: input.version,
    from: [status],
    data: { status: "done" },
    body: { ...bodyOf(at.referral), result: input.result },
    action: { action: "referralFinished" },
    isDone: isFinished,
  });
}
