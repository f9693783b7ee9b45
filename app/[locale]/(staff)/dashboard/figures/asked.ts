import { figurePeriodSchema } from "@/lib/figures/schema";
import type { FigurePeriod } from "@/lib/figures/types";
import { berlinDay } from "@/lib/time/rules";

/** The year that it is in Germany. */
export const thisYear = (): number => Number(berlinDay(new Date()).slice(0, 4));

/** The period that an address asks for. */
export const askedPeriod = (asked: Record<string, string | string[] | undefined>): FigurePeriod =>
  figurePeriodSchema(thisYear()).parse(asked);
