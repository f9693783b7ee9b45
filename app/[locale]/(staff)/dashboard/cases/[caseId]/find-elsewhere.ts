import { requireStaff } from "@/lib/auth/gates";
import { isDesk, openDesk } from "@/lib/auth/queries";
import { hasCase } from "@/lib/cases/queries";

/** The other site of somebody who works at several that a case belongs to, or null. */
export async function findElsewhere(here: string, caseId: string): Promise<string | null> {
  const staff = await requireStaff();
  for (const { siteId } of staff.memberships) {
    if (siteId === here) continue;
    const place = await openDesk(staff, siteId);
    if (isDesk(place) && (await hasCase(place, caseId))) return siteId;
  }
  return null;
}
