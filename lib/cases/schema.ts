import { z } from "zod";
import { MAX_LINE, MAX_MESSAGE, MAX_PARAGRAPH, optionalEmail, textUpTo } from "../intake/schema";
import { CASE_STATUSES, CHANNELS, COUNSELLING_LANGUAGES, RELATIONS, WISHES } from "../vocabulary/types";

/** Messages are keys under `staff.errors`. */
const text = textUpTo(MAX_MESSAGE, "textTooLong").refine((value) => value !== "", "textEmpty");
const version = z.coerce.number().int().min(0).max(1_000_000_000);
const choice = <const T extends readonly string[]>(values: T) => z.enum(values).optional().catch(undefined);

export const caseIdSchema = z.uuid();

export const changeStatusSchema = z.object({ caseId: caseIdSchema, version, status: z.enum(CASE_STATUSES) });
export type ChangeStatus = z.infer<typeof changeStatusSchema>;

/** `version` is what the counsellor had seen: a letter that came after it stays unread. */
export const markReadSchema = z.object({ caseId: caseIdSchema, version });
export type MarkRead = z.infer<typeof markReadSchema>;

export const assignCaseSchema = z.object({
  caseId: caseIdSchema,
  version,
  assignee: z.union([z.uuid(), z.literal("").transform(() => null)]),
});
export type AssignCase = z.infer<typeof assignCaseSchema>;

/** `lastSeq` is the newest letter the counsellor had seen when writing. */
export const answerPersonSchema = z.object({ caseId: caseIdSchema, lastSeq: version, text });
export type AnswerPerson = z.infer<typeof answerPersonSchema>;

/** `noteId` comes with the form, so that a double click is one note. */
export const addNoteSchema = z.object({ caseId: caseIdSchema, noteId: z.uuid(), text });
export type AddNote = z.infer<typeof addNoteSchema>;

/** A case that came by phone or in person. The nonce of its form makes a double click one case. */
export const enterCaseSchema = z.object({
  nonce: z.string().regex(/^[\w-]{40,100}$/),
  message: text,
  language: z.enum(Object.keys(COUNSELLING_LANGUAGES)).catch("de"),
  channel: choice(CHANNELS),
  relation: choice(RELATIONS),
  wish: choice(WISHES),
  name: textUpTo(MAX_LINE, "textTooLong"),
  phone: textUpTo(MAX_LINE, "textTooLong"),
  email: optionalEmail("emailInvalid"),
  safeContact: textUpTo(MAX_PARAGRAPH, "textTooLong"),
  postalCode: z
    .string()
    .trim()
    .regex(/^(\d{5})?$/, "postalCodeInvalid"),
  setting: textUpTo(MAX_PARAGRAPH, "textTooLong"),
  consent: z.literal("yes").optional().catch(undefined),
});
export type EnterCase = z.infer<typeof enterCaseSchema>;

export const CASE_SORTS = ["newest", "oldest", "waiting", "followUp"] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

/** By its next follow-up: overdue, due today, within the next days, or none at all. */
export const FOLLOW_UP_FILTERS = ["overdue", "today", "soon", "none"] as const;

/** What the case list can be narrowed by: columns in the clear. An unknown value narrows nothing. */
export const caseFilterSchema = z.object({
  status: z
    .enum(["open", ...CASE_STATUSES])
    .optional()
    .catch(undefined),
  language: z.enum(Object.keys(COUNSELLING_LANGUAGES)).optional().catch(undefined),
  channel: z
    .enum([...CHANNELS, "unknown"])
    .optional()
    .catch(undefined),
  assignee: z
    .union([z.enum(["me", "nobody", "meOrNobody"]), z.uuid()])
    .optional()
    .catch(undefined),
  unread: z.literal("yes").optional().catch(undefined),
  followUp: z.enum(FOLLOW_UP_FILTERS).optional().catch(undefined),
  sort: z.enum(CASE_SORTS).catch("newest"),
  after: z.string().max(40).optional().catch(undefined),
});
export type CaseFilter = z.infer<typeof caseFilterSchema>;

/** Cases chosen on a list, each with the version that the counsellor saw. One page of a list at most. */
export const markSpamSchema = z.object({
  cases: z
    .array(z.object({ caseId: caseIdSchema, version }))
    .min(1, "noneChosen")
    .max(100, "noneChosen"),
});
export type MarkSpam = z.infer<typeof markSpamSchema>;

/** `expected` is the number that the counsellor confirmed. */
export const takeOverSchema = z.object({
  from: z.uuid(),
  to: z.union([z.uuid(), z.literal("").transform(() => null)]),
  expected: version,
});
export type TakeOver = z.infer<typeof takeOverSchema>;
