import { notFound } from "next/navigation";
import type { Desk } from "@/lib/auth/desk";
import { findDocument } from "@/lib/documents/queries";
import { documentIdSchema } from "@/lib/documents/schema";
import type { CaseDocument } from "@/lib/documents/types";
import { AppError } from "@/lib/errors";

/** A letter of a case; one that is not there is as missing as a case that is not. */
export async function openDocument(desk: Desk, caseId: string, documentId: string): Promise<CaseDocument> {
  const id = documentIdSchema.safeParse(documentId);
  if (!id.success) notFound();
  try {
    return await findDocument(desk, caseId, id.data);
  } catch (error) {
    if (error instanceof AppError && error.code === "notFound") notFound();
    throw error;
  }
}
