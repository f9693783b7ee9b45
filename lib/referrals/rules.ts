import letter from "./data/letter.json" with { type: "json" };
import type {
  Consent,
  ConsentStatus,
  PersonConsent,
  Referral,
  ReferralStatus,
  SharedField,
  SharedText,
} from "./types";

/** Raised whenever the words of the question in the mailbox change their meaning. */
export const CONSENT_TEXT_VERSION = 1;

/** How long a consent counts unless something else is agreed, and how long an answer is waited for, in days. */
export const CONSENT_DAYS = 90;
export const ANSWER_DAYS = 14;

/** A consent holds for a year at most; the database knows this bound as well. */
export const LONGEST_CONSENT_DAYS = 366;

/** Where a referral may go from where it is: vocabulary.md, "Life cycle of a referral". The database allows no more. */
const NEXT: Record<ReferralStatus, ReferralStatus[]> = {
  draft: ["consentRequested", "consented", "declined", "revoked"],
  consentRequested: ["consented", "declined", "revoked"],
  consented: ["sent", "revoked"],
  declined: ["revoked"],
  sent: ["accepted", "refused", "noAnswer", "revoked"],
  accepted: ["done", "revoked"],
  refused: ["done", "revoked"],
  noAnswer: ["accepted", "refused", "done", "revoked"],
  done: ["revoked"],
  revoked: [],
};

export const mayGo = (from: ReferralStatus, to: ReferralStatus): boolean => NEXT[from].includes(to);

/** Whether another site has made the case its own: then it stays there, whatever is taken back here. */
export const isTakenOver = ({ status, toSite, reply }: Record<"status", string> & Place): boolean =>
  toSite !== null && reply === null && (status === "accepted" || status === "done");

type Place = Pick<Referral, "toSite" | "reply">;

type Holding = Pick<Consent, "status" | "decidedOn" | "expiresOn">;

/** Whether a consent allows sending on a day. */
export const holdsOn = ({ status, decidedOn, expiresOn }: Holding, day: Date): boolean =>
  status === "given" && decidedOn !== null && decidedOn <= day && day <= expiresOn;

/** Whether the letter may be seen and printed on a day. A referral that was taken back allows nothing, whatever else holds. */
export const mayPrint = (
  { status, toSite, consent }: Pick<Referral, "status" | "toSite" | "consent">,
  day: Date,
) => status !== "revoked" && !toSite && consent !== null && holdsOn(consent, day);

/** What the person is shown on a day. The last day of a question or a yes still counts. */
export function shownStatus(status: ConsentStatus, expiresOn: Date, day: Date): PersonConsent["status"] {
  if (day <= expiresOn) return status;
  if (status === "requested") return "unanswered";
  return status === "given" ? "expired" : status;
}

/** What may be sent: what was asked for and is not struck out, in the very words that the person saw. */
export function consentedTexts({ request, decision, status }: Consent): SharedText[] {
  if (status !== "given" || !request || !decision) return [];
  return request.fields.filter(({ field }) => decision.fields.includes(field));
}

/** What somebody left in of what they were asked for; what nobody asked for cannot be chosen. */
export const chosenOf = (
  fields: readonly SharedText[],
  ticked: (field: SharedField) => boolean,
): SharedField[] => fields.map(({ field }) => field).filter(ticked);

/** What the letter says around what the person allowed, in German, whoever reads the dashboard in whatever language. */
export function letterWords(values: Readonly<Record<"purpose" | "until", string>>) {
  const filled = (text: string) =>
    // What is filled in is put there once: braces that somebody wrote are no fields.
    text.replace(/\{(purpose|until)\}/g, (_, name: keyof typeof values) => values[name]);
  return { subject: filled(letter.subject), intro: filled(letter.intro), close: filled(letter.close) };
}
