import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { requireDesk } from "@/lib/auth/gates";
import { caseIdSchema } from "@/lib/cases/schema";
import { AppError } from "@/lib/errors";
import { readRecord } from "@/lib/record/queries";
import type { CaseRecord } from "@/lib/record/types";
import { findElsewhere } from "./find-elsewhere";

/**
 * What is documented about a case, once per request. A case of a site that is not one's own is as missing as one that
 * never was; one of another of one's own sites leads to the page that says so.
 */
export const openRecord = cache(async (caseId: string): Promise<CaseRecord> => {
  const desk = await requireDesk();
  const id = caseIdSchema.safeParse(caseId);
  if (!id.success) notFound();
  try {
    return await readRecord(desk, id.data);
  } catch (error) {
    if (!(error instanceof AppError && error.code === "notFound")) throw error;
  }
  if (!(await findElsewhere(desk.site, id.data))) notFound();
  redirect(`/${await getLocale()}/dashboard/cases/${id.data}`);
});
