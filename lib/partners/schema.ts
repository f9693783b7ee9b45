import { z } from "zod";
import { latinDigits } from "../http/clean";
import { boxes, line, phone, several, ticked, web } from "../settings/schema";
import { STATES } from "../sites/types";
import { CHANNELS, COUNSELLING_LANGUAGES } from "../vocabulary/types";
import { COSTS, type Cost, OFFER_ACCESS, WARMTHS, type Warmth } from "./types";

/** Messages are keys under `staff.partners.errors`. */
export const PARTNER_ERRORS = [
  "textEmpty",
  "textTooLong",
  "postalCodeInvalid",
  "phoneInvalid",
  "emailInvalid",
  "urlInvalid",
  "areaInvalid",
] as const;

/**
 * A file of this size is shown and stored within seconds; larger ones are divided. Its text comes back twice when it is
 * confirmed, in a field and in the form's state, beside what was shown: all of it has to fit into one request.
 */
export const MOST_ROWS = 2_000;
export const MOST_BYTES = 400_000;

export const partnerIdSchema = z.uuid();
const version = z.coerce.number().int().min(0).max(1_000_000_000);
const paragraph = line(2_000);
const postalCode = line()
  .transform(latinDigits)
  .pipe(z.string().regex(/^(\d{5})?$/, "postalCodeInvalid"));

export const partnerSchema = z.object({
  name: line().pipe(z.string().min(1, "textEmpty")),
  alliances: several(z.string().max(120, "textTooLong")),
  street: line(),
  postalCode,
  city: line(80),
  phones: several(phone),
  emails: several(z.email("emailInvalid")),
  website: web.transform((url) => url ?? ""),
  contact: line(),
  openingHours: line(500),
  description: paragraph,
  retired: ticked,
});

/** The codes that the network's lists have, the retired ones included. */
export type OfferCodes = Readonly<Record<"help" | "lifeArea" | "ground", readonly string[]>>;

const area = z
  .string()
  .default("")
  .transform((typed) =>
    [
      ...new Set(
        latinDigits(typed)
          .split(/[\s,;|]+/)
          .filter(Boolean),
      ),
    ].toSorted(),
  )
  .pipe(z.array(z.string().regex(/^\d{1,5}$/, "areaInvalid")).max(500, "textTooLong"));

export const offerSchema = (codes: OfferCodes) =>
  z.object({
    title: line().pipe(z.string().min(1, "textEmpty")),
    help: boxes(codes.help),
    lifeAreas: boxes(codes.lifeArea),
    grounds: boxes(codes.ground),
    languages: boxes(Object.keys(COUNSELLING_LANGUAGES)),
    states: boxes(Object.keys(STATES)),
    postalCodes: area,
    cost: z
      .enum(["", ...COSTS])
      .catch("")
      .transform((cost): Cost => cost),
    channels: boxes(CHANNELS),
    accessibility: boxes(OFFER_ACCESS),
    warmth: z
      .enum(["", ...WARMTHS])
      .catch("")
      .transform((warmth): Warmth => warmth),
    postalCode,
    openingHours: line(500),
    contact: line(),
    description: paragraph,
    retired: ticked,
  });

/** The id comes with the form, so that a double click adds one; version 0 is one that is not there yet. */
export const partnerKeySchema = z.object({ id: partnerIdSchema, seen: version });
export const offerKeySchema = partnerKeySchema.extend({ partnerId: partnerIdSchema });
export const noteSchema = z.object({ partnerId: partnerIdSchema, seen: version, text: line(8_000) });

const code = z.string().max(60).optional().catch(undefined);

/** What the directory can be narrowed by. An unknown value narrows nothing, or finds nothing. */
export const partnerFilterSchema = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  help: code,
  area: code,
  language: code,
  place: z
    .string()
    .transform((typed) => latinDigits(typed).trim())
    .pipe(z.string().regex(/^\d{5}$/))
    .optional()
    .catch(undefined),
  check: z.literal("due").optional().catch(undefined),
  retired: z.literal("yes").optional().catch(undefined),
  after: z.string().max(2_000).optional().catch(undefined),
});
export type PartnerFilter = z.infer<typeof partnerFilterSchema>;

/** The search of "who could help here", as the counsellor sends it. */
export const helpSearchSchema = z.object({
  help: z.string().max(60).catch(""),
  lifeArea: z.string().max(60).catch(""),
  ground: z.string().max(60).catch(""),
  language: z.string().max(40).catch(""),
  postalCode,
});
export type HelpSearch = z.infer<typeof helpSearchSchema>;

/** What somebody confirms after they have seen what a file would change. */
export const importSchema = z.object({ text: z.string(), nonce: z.uuid(), seen: z.string().max(40) });
