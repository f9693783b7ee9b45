import type { SiteKeyring } from "../crypto/keyring";
import type { SiteDb, SurfaceDb } from "../db/client";
import type { SiteId } from "../sites/types";

declare const proven: unique symbol;

export type AccountId = string;
export type StaffRole = "counsellor" | "lead";

/**
 * What a signed-in counsellor may touch: one site's rows, through a database login that sees no other, and the
 * keys that open that site's records.
 *
 * Domain functions take a desk and not a site id, so an id from a URL or a form cannot reach another site. Only
 * lib/auth makes one, from the stored session.
 */
export type Desk = {
  readonly site: SiteId;
  readonly account: AccountId;
  readonly role: StaffRole;
  readonly db: SiteDb;
  readonly keys: SiteKeyring;
  readonly [proven]: true;
};

/** What a coordinator may touch: public site data and released statistics. No rows of a site, no keys. */
export type NetworkDesk = {
  readonly account: AccountId;
  readonly db: SurfaceDb["network"];
  readonly [proven]: true;
};
