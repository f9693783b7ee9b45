import { requireStaff } from "@/lib/auth/gates";
import { isDesk, openDesk } from "@/lib/auth/queries";
import { findCase } from "@/lib/cases/queries";
import { AppError } from "@/lib/errors";

/** The other site of somebody who works at several that a case belongs to, or null. */
export async function findElsewhere(here: string, caseId: string): Promise<string | null> {
  const staff = await requireStaff();
  for (const { siteId } of staff.memberships) {
    if (siteId === here) continue;
    const place = await openDesk(staff, siteId);
    if (isDesk(place) && (await findCase(place, caseId).then(() => true, isMissing))) return siteId;
  }
  return null;
}

function isMissing(error: unknown): false {
  if (error instanceof AppError && error.code === "notFound") return false;
  throw error;
}
