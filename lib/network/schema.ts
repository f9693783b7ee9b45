import { z } from "zod";
import { latinDigits } from "../http/clean";
import { STATES } from "../sites/types";
import { DEADLINE_STARTS, DEADLINE_UNITS, LIST_NAMES } from "../vocabulary/types";
import { type ColourUse, contrastOf, LEAST_CONTRAST } from "./rules";
import { PAGE_TEXTS } from "./types";

/** Messages are keys under `staff.networkSettings.errors`. */
export const NETWORK_ERRORS = [
  "textEmpty",
  "textTooLong",
  "nameInvalid",
  "slugInvalid",
  "codeInvalid",
  "colourInvalid",
  "contrastTooLow",
  "numberInvalid",
  "logoInvalid",
] as const;

const line = (most = 200) => z.string().trim().max(most, "textTooLong").default("");
const filled = (most = 200) => line(most).pipe(z.string().min(1, "textEmpty"));
const version = z.coerce.number().int().min(0);
const code = z
  .string()
  .trim()
  .regex(/^[a-z][A-Za-z0-9]{1,40}$/, "codeInvalid");

/** German at least; what is left empty in another language is shown in German there. */
const labels = (most: number) =>
  z
    .record(z.string().max(10), line(most))
    .default({})
    .transform((all) => Object.fromEntries(Object.entries(all).filter(([, text]) => text !== "")))
    .refine((all) => all.de, { path: ["de"], error: "textEmpty" });

const basics = {
  name: filled(80),
  stateCode: z.enum(Object.keys(STATES) as [string, ...string[]], "textEmpty"),
  carriers: line(1_000).transform((typed) =>
    typed
      .split("\n")
      .map((each) => each.trim())
      .filter(Boolean),
  ),
};

export const newSiteSchema = z.object({
  // The name of a database login and of an address; PostgreSQL cuts names at 63 bytes.
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9-]{1,40}$/, "slugInvalid"),
  ...basics,
});

export const siteBasicsSchema = z.object({ site: filled(), seen: z.string(), ...basics });

const colour = (use: ColourUse) =>
  z
    .string()
    .trim()
    .toLowerCase()
    .default("")
    .pipe(z.string().regex(/^(#[0-9a-f]{6})?$/, { error: "colourInvalid", abort: true }))
    .refine((typed) => typed === "" || contrastOf(use, typed) >= LEAST_CONTRAST, "contrastTooLow")
    .transform((typed) => typed || null);

export const brandingSchema = z.object({
  version,
  name: filled(40).pipe(z.string().regex(/^[^<>{}]*$/, "nameInvalid")),
  primary: colour("primary"),
  primaryDark: colour("primaryDark"),
  accent: colour("accent"),
});

export const pageTextSchema = z.object({
  version,
  page: z.enum(PAGE_TEXTS),
  texts: z.record(z.string().max(10), line(20_000)).default({}),
});

const position = z
  .string()
  .transform((typed) => Number(latinDigits(typed.trim()) || "0"))
  .pipe(z.number("numberInvalid").int("numberInvalid").min(0, "numberInvalid").max(9_999, "numberInvalid"));
const ticked = z
  .string()
  .optional()
  .transform((value) => value === "yes");

export const newValueSchema = z.object({
  list: z.enum(LIST_NAMES),
  code,
  parent: line().transform((parent) => parent || null),
  position,
  labels: labels(120),
});

export const valueSchema = z.object({
  list: z.enum(LIST_NAMES),
  code,
  version,
  position,
  labels: labels(120),
  retired: ticked,
});

export const deadlineSchema = z.object({
  code,
  version,
  labels: labels(300),
  amount: z
    .string()
    .transform((typed) => Number(latinDigits(typed.trim()) || "0"))
    .pipe(z.number("numberInvalid").int("numberInvalid").min(1, "numberInvalid").max(999, "numberInvalid")),
  unit: z.enum(DEADLINE_UNITS),
  countsFrom: z.enum(DEADLINE_STARTS),
  source: filled(),
  retired: ticked,
});
