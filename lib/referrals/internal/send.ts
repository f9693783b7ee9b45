import type { Desk } from "../../auth/desk";
import { isoDay } from "../../time/day";
import { berlinDay } from "../../time/rules";
import { holdsOn, mayGo } from "../rules";
import type { Appointment, FinishReferral, MarkSent, RecordAnswer } from "../schema";
import type { Referral } from "../types";
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

const isSent = ({ status, sentOn }: Referral, { on }: MarkSent): boolean =>
  status === "sent" && sentOn !== null && isoDay(sentOn) === on;

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

/** What came back from those to whom the person was referred. */
export async function answer(desk: Desk, input: RecordAnswer, now: Date): Promise<ReferralResult> {
  const at = await openOne(desk, input.caseId, input.referralId);
  const { status, sentOn, toSite } = at.referral;
  const isAnswered = (stored: Referral): boolean =>
    stored.status === input.reply && stored.body?.answer?.words === input.words;
  if (isAnswered(at.referral)) return DONE;
  // Another site answers for itself.
  if (toSite || !mayGo(status, input.reply)) return refuse("notPossible");
  const on = new Date(input.on);
  if (on > new Date(berlinDay(now)) || (sentOn && on < sentOn)) return refuse("dayNotPossible");
  return step(desk, at, now, {
    version: input.version,
    from: [status],
    data: { status: input.reply },
    body: { ...bodyOf(at.referral), answer: { on: input.on, words: input.words } },
    action: { action: "referralAnswered", answer: input.reply },
    isDone: isAnswered,
  });
}

/** What became of it in the end. */
export async function finish(desk: Desk, input: FinishReferral, now: Date): Promise<ReferralResult> {
  const at = await openOne(desk, input.caseId, input.referralId);
  const { status } = at.referral;
  if (status === "done") return DONE;
  if (!mayGo(status, "done")) return refuse("notPossible");
  return step(desk, at, now, {
    version: input.version,
    from: [status],
    data: { status: "done" },
    body: { ...bodyOf(at.referral), result: input.result },
    action: { action: "referralFinished" },
    isDone: (stored) => stored.status === "done",
  });
}
