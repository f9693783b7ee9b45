import { z } from "zod";
import { caseIdSchema } from "../cases/schema";
import { MAX_MESSAGE, textUpTo } from "../intake/schema";

const MAX_TITLE = 120;

const filled = (most: number) => textUpTo(most, "textTooLong").refine((value) => value !== "", "textEmpty");

/** Messages are keys under `staff.errors`. `seen` is the version that the form was opened on; 0 for a new letter. */
export const saveDocumentSchema = z.object({
  caseId: caseIdSchema,
  documentId: z.uuid(),
  seen: z.coerce.number().int().min(0).max(1_000_000),
  title: filled(MAX_TITLE),
  text: filled(MAX_MESSAGE),
});
export type SaveDocument = z.infer<typeof saveDocumentSchema>;

export const documentIdSchema = z.uuid();
