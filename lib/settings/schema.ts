import { z } from "zod";
import { latinDigits } from "../http/clean";
import { groupHours, parseTimes, type WeekOfTimes } from "../sites/rules";
import { ACCESSIBILITY, type Office, STATES, WEEKDAYS } from "../sites/types";
import { CHANNELS, COUNSELLING_LANGUAGES } from "../vocabulary/types";
import { TEXT_KINDS } from "./types";

/** Messages are keys under `staff.site.errors`. The shapes are those of `nested`: dotted names of form fields. */
export const SETTINGS_ERRORS = [
  "textEmpty",
  "textTooLong",
  "postalCodeInvalid",
  "phoneInvalid",
  "emailInvalid",
  "hoursInvalid",
  "urlInvalid",
  "dateInvalid",
  "datesReversed",
  "numberInvalid",
  "areaInvalid",
] as const;

export const MOST_OFFICES = 6;
export const MOST_CLOSURES = 12;
export const MOST_NOTICES = 3;

export const line = (most = 200) => z.string().trim().max(most, "textTooLong").default("");
export const ticked = z
  .string()
  .optional()
  .transform((value) => value === "yes");
/** Boxes that are ticked, in the order in which they were offered. */
export const boxes = (offered: readonly string[]) =>
  z
    .record(z.string(), z.string())
    .default({})
    .transform((chosen) => offered.filter((value) => chosen[value] === "yes"));
/** A line or a comma for each of several. */
export const several = (one: z.ZodType<string, string>) =>
  z
    .string()
    .default("")
    .transform((typed) =>
      typed
        .split(/[\n,;]/)
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(one).max(10, "textTooLong"));
export const web = z
  .string()
  .trim()
  .default("")
  .transform((typed) => (typed === "" || /^https?:/i.test(typed) ? typed : `https://${typed}`))
  .pipe(
    z.union(
      [z.literal(""), z.url({ protocol: /^https?$/, hostname: /\./, error: "urlInvalid" })],
      "urlInvalid",
    ),
  )
  .transform((url) => url || null);
const day = z.iso.date("dateInvalid");
const number = (least: number, most: number) =>
  z
    .string()
    .default("")
    .transform((typed) => latinDigits(typed.trim()))
    .pipe(z.string().regex(/^\d{0,4}$/, "numberInvalid"))
    .transform((typed) => (typed === "" ? null : Number(typed)))
    .refine((value) => value === null || (value >= least && value <= most), "numberInvalid");

/** An empty row of a list is no entry, and not an error either. */
const rows = <S extends z.ZodType>(row: S, most: number) =>
  z
    .array(z.preprocess((typed) => (isBlank(typed) ? null : typed), row.nullable()))
    .max(most, "textTooLong")
    .default([])
    .transform((all) => all.filter((one) => one !== null) as z.output<S>[]);

/** Whether nothing was typed. A choice without any text beside it says nothing either. */
function isBlank(typed: unknown): boolean {
  if (typeof typed === "string") return typed.trim() === "" || typed === "yes" || typed === "no";
  return typeof typed === "object" && typed !== null && Object.values(typed).every(isBlank);
}

export const phone = z
  .string()
  .transform(latinDigits)
  .pipe(z.string().regex(/^\+?[\d ()/–-]{5,30}$/, "phoneInvalid"));

const office = z
  .object({
    label: line().pipe(z.string().min(1, "textEmpty")),
    city: line(80).pipe(z.string().min(1, "textEmpty")),
    street: line(),
    postalCode: line()
      .transform(latinDigits)
      .pipe(z.string().regex(/^(\d{5})?$/, "postalCodeInvalid")),
    phones: several(phone),
    emails: several(z.email("emailInvalid")),
    wheelchair: z.string().default(""),
    times: z
      .partialRecord(
        z.enum(WEEKDAYS),
        z
          .string()
          .max(100, "textTooLong")
          .transform(latinDigits)
          .refine((typed) => parseTimes(typed) !== null, "hoursInvalid"),
      )
      .default({}),
    appointment: boxes(WEEKDAYS),
  })
  .transform(
    ({ street, postalCode, phones, emails, wheelchair, times, appointment, ...place }): Office => ({
      ...place,
      street: street || null,
      postalCode: postalCode || null,
      phones: phones.length > 0 ? phones : null,
      emails: emails.length > 0 ? emails : null,
      hours: groupHours({ times, appointment } as WeekOfTimes),
      wheelchair: wheelchair === "yes" ? true : wheelchair === "no" ? false : null,
    }),
  );

const closure = z
  .object({ from: day, to: line(), reason: line() })
  .transform(({ from, to, reason }) => ({ from, to: to || from, reason }))
  .pipe(z.object({ from: day, to: day, reason: z.string() }))
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "datesReversed" });

const notice = z
  .object({ until: day, texts: z.record(z.string().max(10), line(300)).default({}) })
  .transform(({ until, texts }) => ({
    until,
    texts: Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== "")),
  }))
  .refine(({ texts }) => Object.keys(texts).length > 0, { path: ["texts", "de"], error: "textEmpty" });

/** The parts of a site's settings, as `PART_FIELDS` divides them. */
export const PART_SCHEMAS = {
  offices: z.object({ publishAddress: ticked, offices: rows(office, MOST_OFFICES) }),
  counselling: z.object({
    languages: boxes(Object.keys(COUNSELLING_LANGUAGES)),
    channels: boxes(CHANNELS),
    website: web,
    answerDays: number(1, 60),
  }),
  area: z.object({
    areaStates: boxes(Object.keys(STATES)),
    areaPostalCodes: z
      .string()
      .default("")
      .transform((typed) =>
        [
          ...new Set(
            latinDigits(typed)
              .split(/[\s,;]+/)
              .filter(Boolean),
          ),
        ].toSorted(),
      )
      .pipe(z.array(z.string().regex(/^\d{1,5}$/, "areaInvalid")).max(500, "textTooLong")),
  }),
  access: z.object({ accessibility: boxes(ACCESSIBILITY) }),
  closures: z.object({
    closures: rows(closure, MOST_CLOSURES).transform((all) =>
      all.toSorted((a, b) => a.from.localeCompare(b.from)),
    ),
  }),
  notices: z.object({ notices: rows(notice, MOST_NOTICES) }),
  working: z.object({
    retentionMonths: number(1, 120).pipe(z.number("numberInvalid")),
    videoUrl: web,
  }),
};

export const siteTextSchema = z.object({
  id: z.uuid(),
  kind: z.enum(TEXT_KINDS),
  title: line(120).pipe(z.string().min(1, "textEmpty")),
  text: z.string().trim().max(6_000, "textTooLong").min(1, "textEmpty"),
  seen: z.string().default(""),
});
