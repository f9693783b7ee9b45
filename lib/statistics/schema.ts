import { z } from "zod";
import { periodOf } from "./periods";

/** What the network says in its own words about a year or half a year. */
export const REPORT_TEXTS = ["introduction", "highlights", "outlook"] as const;
export type ReportText = (typeof REPORT_TEXTS)[number];
export type ReportWords = Readonly<Record<ReportText, string>>;

const text = z.string().trim().max(20_000, "textTooLong").default("");

/** Messages are keys under `staff.networkSettings.errors`. */
export const reportSchema = z.object({
  version: z.coerce.number().int().min(0),
  period: z.string().refine((name) => periodOf(name) !== null),
  introduction: text,
  highlights: text,
  outlook: text,
});

/** Under which the words for a period are kept among the settings of the network. */
export const reportKey = (period: string): string => `report.${period}`;
