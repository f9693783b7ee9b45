import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { requireDesk } from "@/lib/auth/gates";
import { caseIdSchema } from "@/lib/cases/schema";
import { AppError } from "@/lib/errors";
import { listReferrals } from "@/lib/referrals/queries";
import type { CaseReferrals, Referral } from "@/lib/referrals/types";
import { findElsewhere } from "../find-elsewhere";

/**
 * The referrals of a case, once per request. A case of a site that is not one's own is as missing as one that never
 * was; one of another of one's own sites leads to the page that says so.
 */
export const openReferrals = cache(async (caseId: string): Promise<CaseReferrals> => {
  const desk = await requireDesk();
  const id = caseIdSchema.safeParse(caseId);
  if (!id.success) notFound();
  try {
    return await listReferrals(desk, id.data);
  } catch (error) {
    if (!(error instanceof AppError && error.code === "notFound")) throw error;
  }
  if (!(await findElsewhere(desk.site, id.data))) notFound();
  redirect(`/${await getLocale()}/dashboard/cases/${id.data}`);
});

/** One of them, with its case. */
export async function openReferral(caseId: string, referralId: string) {
  const { referrals, ...rest } = await openReferrals(caseId);
  const referral: Referral | undefined = referrals.find(({ id }) => id === referralId);
  if (!referral) notFound();
  return { ...rest, referral };
}
