import { z } from "zod";
import { caseIdSchema } from "../cases/schema";

const version = z.coerce.number().int().min(0).max(1_000_000_000);

/** Two enquiries of one person: `caseId` goes up into `into`. Both versions are what the counsellor had seen. */
export const mergeCasesSchema = z.object({
  caseId: caseIdSchema,
  version,
  into: caseIdSchema,
  intoVersion: version,
});
export type MergeCases = z.infer<typeof mergeCasesSchema>;

/** The number that counsellors call a case by. */
export const caseNumberSchema = z.coerce.number().int().min(1).max(999_999_999);
