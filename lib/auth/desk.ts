import type { SiteKeyring } from "../crypto/keyring";
import type { SiteDb, SurfaceDb } from "../db/client";
import type { SiteId } from "../sites/types";

declare const proven: unique symbol;
declare const leading: unique symbol;

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

/** The desk of somebody who also answers for the site's people, keys and public data. */
export type LeadDesk = Desk & { readonly role: "lead"; readonly [leading]: true };

/**
 * The place of somebody who belongs to a site and has not been given its newest keys. It opens nothing: it is
 * there to found the site's keys, or to restore them from the print.
 */
export type Seat = {
  readonly site: SiteId;
  readonly account: AccountId;
  readonly role: StaffRole;
  readonly db: SiteDb;
  /** The private half of the account's own key. */
  readonly userKey: Uint8Array;
  readonly [proven]: true;
};

/** What a coordinator may touch: public site data and released statistics. No rows of a site, no keys. */
export type NetworkDesk = {
  readonly account: AccountId;
  readonly db: SurfaceDb["network"];
  readonly [proven]: true;
};
