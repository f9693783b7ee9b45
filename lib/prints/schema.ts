import { z } from "zod";
import { memberName } from "../people/schema";

const sheetEnd = z.string().max(100).default("");

/** The last group of each sheet, as typed from paper. */
export const confirmPrintSchema = z.object({
  ticket: z.string().max(4_000).default(""),
  group0: sheetEnd,
  group1: sheetEnd,
  group2: sheetEnd,
});

const share = z.string().trim().min(1, "shareEmpty").max(1_000, "textTooLong");

/** Two sheets, and how colleagues will see whoever types them. Messages are keys under `staff.errors`. */
export const restoreSchema = z.object({ share0: share, share1: share, name: memberName });

export const foundSchema = z.object({ name: memberName });
