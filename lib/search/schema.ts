import { z } from "zod";
import { textUpTo } from "../intake/schema";
import { ticked } from "../settings/schema";

export const MAX_WORDS = 200;

/**
 * Messages are keys under `staff.search.errors`. `after` is the number of the last case that was searched; with
 * `over`, cases that are over are searched as well.
 */
export const searchSchema = z.object({
  words: textUpTo(MAX_WORDS, "wordsTooLong").refine(
    (words) => words.replace(/[^\p{L}\p{N}]/gu, "").length >= 3,
    "wordsTooShort",
  ),
  after: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .optional()
    .catch(undefined),
  over: ticked,
});
export type Search = z.infer<typeof searchSchema>;
