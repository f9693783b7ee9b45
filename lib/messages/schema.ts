import { z } from "zod";
import { typedDay } from "../http/clean";
import { textUpTo } from "../intake/schema";
import type { NewMessage } from "./types";

/** Messages are keys under `staff.messages.errors`. The shape is that of `nested`. */
export const MESSAGE_ERRORS = [
  "textEmpty",
  "textTooLong",
  "dateInvalid",
  "datesReversed",
  "dayOver",
  "sitesMissing",
] as const;

export const MAX_TITLE = 120;
export const MAX_TEXT = 4_000;

const filled = (most: number) =>
  textUpTo(most, "textTooLong")
    .default("")
    .refine((value) => value !== "", "textEmpty");

const day = z.string().default("").transform(typedDay).pipe(z.iso.date("dateInvalid"));

/** @param today the day in Germany, as `YYYY-MM-DD`: what ended before is no news */
export const newMessageSchema = (today: string): z.ZodType<NewMessage> =>
  z
    .object({
      id: z.uuid(),
      title: filled(MAX_TITLE),
      text: filled(MAX_TEXT),
      fromOn: day,
      untilOn: day.refine((last) => last >= today, "dayOver"),
      all: z.literal("yes").optional().catch(undefined),
      sites: z
        .record(z.string(), z.string())
        .catch({})
        .transform((ticked) => Object.keys(ticked).filter((site) => ticked[site] === "yes")),
    })
    .refine(({ all, sites }) => all || sites.length > 0, { path: ["sites"], error: "sitesMissing" })
    .refine(({ fromOn, untilOn }) => untilOn >= fromOn, { path: ["untilOn"], error: "datesReversed" })
    .transform(({ all, sites, ...message }) => ({ ...message, sites: all ? "all" : sites }));

export const messageIdSchema = z.object({ id: z.uuid() });
