import { isDesk, openDesk, type Staff } from "@/lib/auth/queries";
import { chosenSite } from "@/lib/auth/session";

/** Where somebody who has signed in belongs: at their desk, at the network's, or where their access is set up. */
export async function homeOf(staff: Staff, locale: string): Promise<string> {
  if (isDesk(await openDesk(staff, await chosenSite()))) return `/${locale}/dashboard`;
  return staff.coordinator && staff.memberships.length === 0 ? `/${locale}/network` : `/${locale}/account`;
}
