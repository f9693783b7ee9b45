import type { Desk } from "../../../lib/auth/desk";
import { siteDb } from "../../../lib/db/client";
import type { FilledSite } from "./fill";

/** As much of a desk as a list needs, which opens nothing that is sealed. */
export const listingDesk = ({ site, account }: FilledSite): Desk =>
  ({ site, account, role: "counsellor", db: siteDb(site) }) as Desk;
