import { z } from "zod";
import { isHandoutCode } from "../crypto/handout";

/** The code comes back from the page that showed it: it is stored nowhere in between. */
export const exportSchema = z.object({
  code: z
    .string()
    .transform((typed) => typed.replace(/\s/g, ""))
    .refine(isHandoutCode),
  notes: z.literal("yes").optional().catch(undefined),
});
