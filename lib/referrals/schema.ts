import { z } from "zod";
import { caseIdSchema } from "../cases/schema";
import { MAX_LINE, MAX_MESSAGE, MAX_PARAGRAPH, textUpTo } from "../intake/schema";
import { COUNSELLING_LANGUAGES } from "../vocabulary/types";
import { chosenOf } from "./rules";
import {
  ANSWERS,
  type PersonConsent,
  RECORDED_WAYS,
  type ReferralBody,
  SENT_WAYS,
  SHARED_FIELDS,
  type SharedField,
  type SharedText,
  type Ticked,
} from "./types";

const SITE = /^[a-z][a-z0-9-]{1,40}$/;

/** Of all texts together, in UTF-8: what a sealed referral holds, beside what is written down of its course. */
const MAX_SHARED_BYTES = 34_500;

/** Messages are keys under `staff.referrals.errors`. */
const version = z.coerce.number().int().min(0).max(1_000_000_000);
const day = z.iso
  .date("dayInvalid")
  .refine((typed) => typed >= "2000-01-01" && typed <= "2099-12-31", "dayInvalid");
const optionalDay = z.union([day, z.literal("").transform(() => null)]);
const words = textUpTo(MAX_PARAGRAPH, "textTooLong");
const neededWords = words.refine((text) => text !== "", "textEmpty");
const neededLine = textUpTo(MAX_LINE, "textTooLong").refine((text) => text !== "", "textEmpty");

const ofReferral = { caseId: caseIdSchema, referralId: z.uuid() };
const ofVersion = { ...ofReferral, version };

/** The names of the form's fields: what is ticked, and what it says. */
export const tickOf = (field: SharedField): `share-${SharedField}` => `share-${field}`;
export const textOf = (field: SharedField): `text-${SharedField}` => `text-${field}`;

const sharedShape = Object.fromEntries(
  SHARED_FIELDS.flatMap((field) => [
    [tickOf(field), z.string().optional()],
    [textOf(field), textUpTo(MAX_MESSAGE, "textTooLong").optional()],
  ]),
) as Record<`share-${SharedField}` | `text-${SharedField}`, z.ZodOptional<z.ZodString>>;

type Values = Readonly<Record<string, unknown>>;

const isTicked = (values: Values, field: SharedField): boolean => values[tickOf(field)] === "yes";

/** What is ticked and says something, or what says something and is not ticked. */
function textsIn(values: Values, ticked: boolean): SharedText[] {
  return SHARED_FIELDS.flatMap((field) => {
    const text = values[textOf(field)];
    return isTicked(values, field) === ticked && typeof text === "string" && text !== ""
      ? [{ field, text }]
      : [];
  });
}

const draftShape = z.object({
  recipientName: neededLine,
  recipientContact: words,
  purpose: neededWords,
  partnerId: z.uuid().nullish().catch(null),
  toSite: z.string().regex(SITE).nullish().catch(null),
  ...sharedShape,
});

type Typed = z.output<typeof draftShape>;

type Draft = Pick<ReferralBody, "recipient" | "purpose" | "fields" | "unticked"> &
  Record<"partnerId" | "toSite", string | null>;

const draftOf = (typed: Typed): Draft => ({
  recipient: { name: typed.recipientName, contact: typed.recipientContact },
  purpose: typed.purpose,
  partnerId: typed.partnerId ?? null,
  toSite: typed.toSite ?? null,
  fields: textsIn(typed, true),
  unticked: textsIn(typed, false),
});

const isBounded = (typed: Typed): boolean =>
  Buffer.byteLength(JSON.stringify(draftOf(typed))) <= MAX_SHARED_BYTES;
const TOO_MUCH = { path: ["purpose"], error: "tooMuch" };

/** Nobody means to tell nothing: each tick without a text is an error of its own. */
function refineTicks(typed: Typed, { addIssue }: z.RefinementCtx<Typed>): void {
  for (const field of SHARED_FIELDS.filter((one) => isTicked(typed, one)))
    if (!typed[textOf(field)]) addIssue({ code: "custom", path: [textOf(field)], message: "textEmpty" });
}

/** `referralId` comes with the form, so that a double click is one referral. */
export const draftReferralSchema = draftShape
  .extend(ofReferral)
  .refine(isBounded, TOO_MUCH)
  .superRefine(refineTicks)
  .transform((typed) => ({ caseId: typed.caseId, referralId: typed.referralId, ...draftOf(typed) }));
export type DraftReferral = z.infer<typeof draftReferralSchema>;

/** `version` is what the counsellor had seen of the draft. */
export const changeDraftSchema = draftShape
  .extend(ofVersion)
  .refine(isBounded, TOO_MUCH)
  .superRefine(refineTicks)
  .transform((typed) => ({
    ...{ caseId: typed.caseId, referralId: typed.referralId, version: typed.version },
    ...draftOf(typed),
  }));
export type ChangeDraft = z.infer<typeof changeDraftSchema>;

export const askConsentSchema = z.object({ ...ofVersion, expiresOn: day });
export type AskConsent = z.infer<typeof askConsentSchema>;

/** An answer that a counsellor heard or read. */
export const recordConsentSchema = z
  .object({
    ...ofVersion,
    answer: z.enum(["given", "declined"]),
    way: z.enum(RECORDED_WAYS),
    on: day,
    /** Settled already where the mailbox asks. */
    expiresOn: day.nullable().default(null),
    language: z.enum(Object.keys(COUNSELLING_LANGUAGES)),
    words: neededWords,
    ...sharedShape,
  })
  .transform(
    ({ caseId, referralId, version: seen, answer, way, on, expiresOn, language, words: said, ...typed }) => ({
      ...{ caseId, referralId, version: seen, answer, way, on, expiresOn, language, words: said },
      fields: SHARED_FIELDS.filter((field) => (typed as Record<string, unknown>)[tickOf(field)] === "yes"),
    }),
  );
export type RecordConsent = z.infer<typeof recordConsentSchema>;

/** `ours`: the site gives the referral up by itself. */
export const revokeConsentSchema = z.object({
  ...ofVersion,
  way: z.enum([...RECORDED_WAYS, "ours"]),
  on: day,
  words: neededWords,
});
export type RevokeConsent = z.infer<typeof revokeConsentSchema>;

export const markSentSchema = z.object({
  ...ofVersion,
  on: day,
  way: z.enum(SENT_WAYS),
  words: words.optional().default(""),
  answerDueOn: optionalDay,
});
export type MarkSent = z.infer<typeof markSentSchema>;

export const appointmentSchema = z.object({ ...ofVersion, on: day, words });
export type Appointment = z.infer<typeof appointmentSchema>;

export const recordAnswerSchema = z.object({ ...ofVersion, reply: z.enum(ANSWERS), on: day, words });
export type RecordAnswer = z.infer<typeof recordAnswerSchema>;

export const finishReferralSchema = z.object({ ...ofVersion, result: neededWords });
export type FinishReferral = z.infer<typeof finishReferralSchema>;

const OWN_ANSWERS = ["given", "declined", "revoked"] as const;

/**
 * All questions of a mailbox stand in one form, so that another language takes everything along. Each has boxes of its
 * own, a sign that it was there, for a box left empty sends nothing, and buttons that say to which question they belong.
 */
export const ownTickOf = (consent: string, field: SharedField): string => `${tickOf(field)}:${consent}`;
export const askedOf = (consent: string): string => `asked:${consent}`;
export const ownAnswerOf = (consent: string, answer: (typeof OWN_ANSWERS)[number]): string =>
  `${answer}:${consent}`;

/** What the person answers in the mailbox: the button that was pressed. */
export const ownAnswerSchema = z
  .string()
  .transform((pressed) => {
    const [answer, consent] = pressed.split(":");
    return { answer, consent };
  })
  .pipe(z.object({ answer: z.enum(OWN_ANSWERS), consent: z.uuid() }));

/** What is left ticked in the questions of a form. Only what was asked for can be ticked, whatever the form says. */
export const tickedIn = (
  consents: readonly Pick<PersonConsent, "id" | "request">[],
  said: (name: string) => string,
): Ticked =>
  Object.fromEntries(
    consents
      .filter(({ id }) => said(askedOf(id)) === "yes")
      .map(({ id, request }) => [
        id,
        chosenOf(request?.fields ?? [], (field) => said(ownTickOf(id, field)) === "yes"),
      ]),
  );

/** Codes equal the keys under `staff.referrals.errors`. */
export const REFERRAL_ERRORS = ["textEmpty", "textTooLong", "tooMuch", "dayInvalid"] as const;
