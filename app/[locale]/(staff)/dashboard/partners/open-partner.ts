import { notFound } from "next/navigation";
import { cache } from "react";
import { requireDesk } from "@/lib/auth/gates";
import { AppError } from "@/lib/errors";
import { findPartner } from "@/lib/partners/queries";
import { partnerIdSchema } from "@/lib/partners/schema";
import type { PartnerFile } from "@/lib/partners/types";

/** A partner with its offers, once per request. */
export const openPartner = cache(async (partnerId: string): Promise<PartnerFile> => {
  const desk = await requireDesk();
  const id = partnerIdSchema.safeParse(partnerId);
  if (!id.success) notFound();
  try {
    return await findPartner(desk, id.data);
  } catch (error) {
    if (error instanceof AppError && error.code === "notFound") notFound();
    throw error;
  }
});
