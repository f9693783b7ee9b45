import { z } from "zod";
import { type FigurePeriod, YEAR_PARTS } from "./types";

/** What the page is asked for; whatever is no period of ours is the whole of this year. */
export const figurePeriodSchema = (thisYear: number): z.ZodType<FigurePeriod> =>
  z.object({
    year: z.coerce.number().int().min(2000).max(thisYear).catch(thisYear),
    part: z.enum(YEAR_PARTS).catch("year"),
  });
