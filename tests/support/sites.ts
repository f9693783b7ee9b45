import { randomBytes, randomUUID } from "node:crypto";
import type { Desk, StaffRole } from "../../lib/auth/desk";
import { isDesk, openDesk, type Staff } from "../../lib/auth/queries";
import { grantFor, newEpoch } from "../../lib/crypto/epoch";
import { type KeyPair, newKeyPair } from "../../lib/crypto/hpke";
import { sealRecord } from "../../lib/crypto/record";
import { asOwner } from "./connections";

const EPOCH = 1;

export type Counsellor = { accountId: string; userKey: Uint8Array; site: string; role: StaffRole };

const siteKeys = new Map<string, Promise<KeyPair>>();
const desks = new Map<string, Promise<Desk>>();

/** Gives a site the key that enquiries are sealed to; once in a file. */
export function givenSiteKey(site: string): Promise<KeyPair> {
  const known = siteKeys.get(site);
  if (known) return known;
  const making = makeSiteKey(site);
  siteKeys.set(site, making);
  return making;
}

async function makeSiteKey(site: string): Promise<KeyPair> {
  const { key } = await newEpoch({ site, epoch: EPOCH }, [], []);
  await asOwner((client) =>
    client.query(
      "INSERT INTO site_key (site_id, epoch, public_key, created_on) VALUES ($1, $2, $3, '2025-01-01')",
      [site, EPOCH, key.publicKey],
    ),
  );
  return key;
}

/** A counsellor with keys and a grant, who has not signed in: sign-in is what tests/integration/auth is about. */
export async function givenCounsellor(given: {
  site: string;
  role?: StaffRole;
  name?: string;
}): Promise<Counsellor> {
  const { site, role = "counsellor", name = "Beratung" } = given;
  const user = await newKeyPair();
  const accountId = await insertAccount(user.publicKey);
  await grantSite({ accountId, site, role, name, publicKey: user.publicKey });
  return { accountId, userKey: user.privateKey, site, role };
}

type Admission = { accountId: string; site: string; role: StaffRole; name?: string; publicKey: Uint8Array };

/** Makes somebody a colleague at a site: a membership, and the site's key sealed to them. */
export async function grantSite({
  accountId,
  site,
  role,
  name = "Beratung",
  publicKey,
}: Admission): Promise<void> {
  const siteKey = await givenSiteKey(site);
  const place = { column: "membership.sealed_name", site, epoch: EPOCH, recordId: accountId } as const;
  const sealedName = sealRecord(siteKey.privateKey, place, name);
  const grant = await grantFor({ site, epoch: EPOCH }, siteKey.privateKey, { accountId, publicKey });
  await asOwner(async (client) => {
    await client.query(
      "INSERT INTO membership (site_id, account_id, role, key_epoch, sealed_name) VALUES ($1, $2, $3, $4, $5)",
      [site, accountId, role, EPOCH, sealedName],
    );
    await client.query(
      `INSERT INTO site_key_grant (site_id, epoch, account_id, sealed_site_key, sealed_pin)
         VALUES ($1, $2, $3, $4, $5)`,
      [site, EPOCH, accountId, grant.sealedSiteKey, grant.sealedPin],
    );
  });
}

/** An account whose passphrase nobody knows. */
export async function insertAccount(publicKey: Uint8Array): Promise<string> {
  const id = randomUUID();
  await asOwner((client) =>
    client.query(
      `INSERT INTO account (id, email_lookup, kdf_salt, verifier, public_key, wrapped_by_passphrase,
         wrapped_by_recovery, last_seen_on) VALUES ($1, $2, $3, $4, $5, $6, $6, '2025-03-01')`,
      [id, randomBytes(32), randomBytes(16), randomBytes(32), publicKey, randomBytes(60)],
    ),
  );
  return id;
}

export const staffOf = ({ accountId, userKey, site, role }: Counsellor): Staff => ({
  accountId,
  userKey,
  coordinator: false,
  hasFactor: true,
  recoveryConfirmed: true,
  memberships: [{ siteId: site, role }],
});

export async function deskOf(counsellor: Counsellor): Promise<Desk> {
  const desk = await openDesk(staffOf(counsellor));
  if (!isDesk(desk)) throw new Error(`${counsellor.site} has no desk`);
  return desk;
}

/** The desk of one counsellor of a site, the same one throughout a file. */
export function deskAt(site: string): Promise<Desk> {
  const known = desks.get(site);
  if (known) return known;
  const opening = givenCounsellor({ site }).then(deskOf);
  desks.set(site, opening);
  return opening;
}
