import { notFound } from "next/navigation";
import { requireDesk } from "@/lib/auth/gates";
import { caseIdSchema } from "@/lib/cases/schema";
import { takeDocument } from "@/lib/documents/commands";
import { documentIdSchema } from "@/lib/documents/schema";
import { AppError } from "@/lib/errors";

type Context = { params: Promise<{ caseId: string; documentId: string }> };

/** The letter as a file for a word processor. Its name tells nothing about what is in it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const desk = await requireDesk();
  const { caseId, documentId } = await params;
  const [inCase, id] = [caseIdSchema.safeParse(caseId), documentIdSchema.safeParse(documentId)];
  if (!inCase.success || !id.success) notFound();
  try {
    const file = await takeDocument(desk, { caseId: inCase.data, documentId: id.data }, new Date());
    return new Response(file, { headers: HEADERS });
  } catch (error) {
    if (error instanceof AppError && error.code === "notFound") notFound();
    throw error;
  }
}

const HEADERS = {
  "Content-Type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "Content-Disposition": 'attachment; filename="brief.docx"',
  "Cache-Control": "no-store",
};
