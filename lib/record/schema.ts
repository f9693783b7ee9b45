import { z } from "zod";
import { caseIdSchema } from "../cases/schema";
import { latinDigits, typedDay } from "../http/clean";
import { MAX_LINE, MAX_MESSAGE, MAX_PARAGRAPH, textUpTo } from "../intake/schema";
import { CHANNELS, COUNSELLING_LANGUAGES, RELATIONS } from "../vocabulary/types";
import type { InterventionValues, PartValues, RecordPart, SessionValues } from "./types";

/** Messages are keys under `staff.record.errors`. The shapes are those of `nested`: dotted names of form fields. */
export const RECORD_ERRORS = [
  "textEmpty",
  "textTooLong",
  "choiceMissing",
  "dayInvalid",
  "dayInFuture",
  "numberInvalid",
  "postalCodeInvalid",
] as const;

/** The parts of a record in the order in which a first conversation comes to them. */
export const RECORD_PARTS = [
  "concern",
  "incident",
  "grounds",
  "area",
  "responsible",
  "evidence",
  "aim",
  "needs",
] as const satisfies RecordPart[];

/** What one entry can hold: it is padded to 64 KiB at most, and says besides its content who wrote it when. */
const MAX_BYTES = 60_000;

const line = textUpTo(MAX_LINE, "textTooLong").default("");
const paragraph = textUpTo(MAX_PARAGRAPH, "textTooLong").default("");
const long = textUpTo(MAX_MESSAGE, "textTooLong").default("");

const CODE = /^[a-z][A-Za-z0-9]{1,40}$/;
/** A value of a list, or nothing. Whether there is such a value is looked up when it is saved. */
const code = z.union([z.literal(""), z.string().regex(CODE)]).catch("");
/** Boxes that are ticked. */
const codes = z
  .record(z.string().regex(CODE), z.string())
  .catch({})
  .transform((chosen) => Object.keys(chosen).filter((value) => chosen[value] === "yes"));
const oneOf = (values: readonly string[]) =>
  z
    .string()
    .refine((value) => values.includes(value))
    .catch("");

const day = z
  .string()
  .default("")
  .transform(typedDay)
  .refine((value) => value === "" || isDay(value), "dayInvalid");

const isDay = (value: string): boolean =>
  z.iso.date().safeParse(value).success && value >= "1900" && value < "2200";

const postalCode = z
  .string()
  .default("")
  .transform((typed) => latinDigits(typed.trim()))
  .pipe(z.string().regex(/^(\d{5})?$/, "postalCodeInvalid"));

/** What takes more room than an entry has is refused at its longest text. */
const bounded = <S extends z.ZodType<Record<string, unknown>>>(schema: S) =>
  schema.superRefine((values, context) => {
    const sizes = Object.entries(values).map(([name, value]) => ({
      name,
      bytes: Buffer.byteLength(JSON.stringify(value)),
    }));
    if (sizes.reduce((sum, { bytes }) => sum + bytes, 0) <= MAX_BYTES) return;
    const [longest] = sizes.toSorted((a, b) => b.bytes - a.bytes);
    context.addIssue({ code: "custom", path: [longest?.name ?? ""], message: "textTooLong" });
  });

export const PART_SCHEMAS: { [P in RecordPart]: z.ZodType<PartValues[P]> } = {
  concern: z.object({ about: paragraph, relation: oneOf(RELATIONS), age: line }),
  incident: bounded(z.object({ what: long, on: day, when: line, where: line, postalCode })),
  grounds: z.object({ main: code, others: codes, note: paragraph }),
  area: z.object({ area: code, forms: codes, level: code, note: paragraph }),
  responsible: z.object({ party: paragraph, bodies: paragraph }),
  evidence: z.object({ witnesses: paragraph, evidence: paragraph }),
  aim: z.object({ steps: paragraph, aim: paragraph }),
  needs: z.object({ setting: paragraph, accessibility: paragraph, howFound: code }),
};

const version = z.coerce.number().int().min(0).max(1_000_000_000);

/** `seen` is the version of the entry that the form was opened on; 0 where there was none. */
export const entryFormSchema = z.object({ caseId: caseIdSchema, entry: z.uuid(), seen: version });
export const partFormSchema = z.object({ caseId: caseIdSchema, part: z.enum(RECORD_PARTS), seen: version });

/** @param today the day in Germany: what has not happened yet is a follow-up */
const pastDay = (today: string) =>
  day
    .refine((value) => value !== "", "dayInvalid")
    .refine((value) => value === "" || value <= today, "dayInFuture");

const minutes = z
  .string()
  .default("")
  .transform((typed) => latinDigits(typed.trim()))
  .pipe(z.string().regex(/^\d{0,4}$/, "numberInvalid"))
  .transform((typed) => (typed === "" ? null : Number(typed)))
  .refine((value) => value === null || (value >= 1 && value <= 1_440), "numberInvalid");

export const sessionSchema = (today: string): z.ZodType<SessionValues> =>
  bounded(
    z.object({
      day: pastDay(today),
      channel: oneOf(CHANNELS),
      minutes,
      language: oneOf(Object.keys(COUNSELLING_LANGUAGES)),
      interpreter: code,
      who: line,
      content: long,
      next: paragraph,
    }),
  );

export const interventionSchema = (today: string): z.ZodType<InterventionValues> =>
  z.object({
    day: pastDay(today),
    intervention: code.refine((value) => value !== "", "choiceMissing"),
    addressee: line,
    result: paragraph,
  });

/** `entry` comes with the form, so that a double click closes once. */
export const closeCaseSchema = z.object({
  caseId: caseIdSchema,
  version,
  entry: z.uuid(),
  outcomes: codes.refine((chosen) => chosen.length > 0, "choiceMissing"),
  reason: textUpTo(MAX_PARAGRAPH, "textTooLong").refine((value) => value !== "", "textEmpty"),
});
export type CloseCase = z.infer<typeof closeCaseSchema>;

/** What the form for a first call asks beyond the enquiry: each goes into a part of the record. */
export const firstCallSchema = z.object({
  mainGround: code,
  lifeArea: code,
  incidentOn: day,
  incidentWhere: line,
  party: paragraph,
});
export type FirstCall = z.infer<typeof firstCallSchema>;
