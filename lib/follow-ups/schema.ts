import { z } from "zod";
import { caseIdSchema } from "../cases/schema";
import { typedDay } from "../http/clean";
import { MAX_PARAGRAPH, textUpTo } from "../intake/schema";
import { WHOSE } from "./types";

/** Messages are keys under `staff.followUps.errors`. */
const text = textUpTo(MAX_PARAGRAPH, "textTooLong").refine((value) => value !== "", "textEmpty");
const version = z.coerce.number().int().min(0).max(1_000_000_000);
const code = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,59}$/);

/** A day that a case can have to do with; a year with a slip of the finger is none. */
const isDay = (value: string): boolean =>
  z.iso.date().safeParse(value).success && value >= "2000-01-01" && value <= "2099-12-31";

export const daySchema = z.string("dayInvalid").transform(typedDay).refine(isDay, "dayInvalid");

const ofFollowUp = { caseId: caseIdSchema, followUpId: z.uuid() };

/** `followUpId` comes with the form, so that a double click is one follow-up. */
export const addFollowUpSchema = z.object({
  ...ofFollowUp,
  dueOn: daySchema,
  text,
  assignee: z.union([z.uuid(), z.literal("").transform(() => null)]),
});
export type AddFollowUp = z.infer<typeof addFollowUpSchema>;

/** What the form for a first call asks: neither has to be filled in. */
export const firstFollowUpSchema = z.object({
  followUpOn: z
    .string()
    .default("")
    .transform(typedDay)
    .refine((value) => value === "" || isDay(value), "dayInvalid"),
  nextStep: textUpTo(MAX_PARAGRAPH, "textTooLong").default(""),
});
export type FirstFollowUp = z.infer<typeof firstFollowUpSchema>;

export const changeFollowUpSchema = z.object({ ...ofFollowUp, version, dueOn: daySchema, text });
export type ChangeFollowUp = z.infer<typeof changeFollowUpSchema>;

/** `done` is what it shall be from now on. */
export const finishFollowUpSchema = z.object({ ...ofFollowUp, version, done: z.enum(["yes", "no"]) });
export type FinishFollowUp = z.infer<typeof finishFollowUpSchema>;

/** Takes over a period of law, with the words that it was offered in. */
export const adoptDeadlineSchema = z.object({ ...ofFollowUp, code, from: daySchema, text });
export type AdoptDeadline = z.infer<typeof adoptDeadlineSchema>;

/** The days that periods are counted from, as the counsellor typed them. What is no day counts nothing. */
const dayOrNothing = daySchema.optional().catch(undefined);
export const deadlineDaysSchema = z.object({
  incident: dayOrNothing,
  claim: dayOrNothing,
  decision: dayOrNothing,
});
export type DeadlineDays = z.infer<typeof deadlineDaysSchema>;

export const whoseSchema = z.enum(WHOSE).catch("mine");

/** What can be wrong with a follow-up's fields; the codes are keys under `staff.followUps.errors`. */
export const FOLLOW_UP_ERRORS = ["dayInvalid", "textEmpty", "textTooLong"] as const;
