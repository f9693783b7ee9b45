import { randomBytes } from "node:crypto";
import type { Desk, LeadDesk, Seat } from "../../lib/auth/desk";
import { isDesk, leadDesk, openDesk } from "../../lib/auth/queries";
import { fingerprintOf } from "../../lib/crypto/fingerprint";
import { newKeyPair } from "../../lib/crypto/hpke";
import { grantKeys, invite } from "../../lib/people/commands";
import { NOW } from "./clock";
import { asOwner, asSuperuser } from "./connections";
import { type Counsellor, deskOf, givenCounsellor, insertAccount, staffOf } from "./sites";

/** What somebody finds who signs in: a desk, a seat without keys, or nothing. */
export const placeOf = async (person: Counsellor): Promise<Desk | Seat | null> => openDesk(staffOf(person));

export async function leadOf(person: Counsellor): Promise<LeadDesk> {
  const desk = leadDesk(await deskOf(person));
  if (!desk) throw new Error("this person leads no site");
  return desk;
}

export async function seatOf(person: Counsellor): Promise<Seat> {
  const place = await placeOf(person);
  if (!place || isDesk(place)) throw new Error("this person has no seat without keys");
  return place;
}

export const givenLead = (site: string, name = "Leitung"): Promise<Counsellor> =>
  givenCounsellor({ site, role: "lead", name });

/** Somebody who used a colleague's link: an account of their own, and none of the site's keys. */
export async function givenNewcomer(
  desk: LeadDesk,
  given: { name?: string; role?: Counsellor["role"] } = {},
): Promise<Counsellor> {
  const { name = "Neu", role = "counsellor" } = given;
  await invite(desk, { name, role }, NOW);
  const newcomer = await givenMember(desk.site, role);
  await asOwner((client) =>
    client.query(
      `UPDATE invitation SET used = true, account_id = $2
         WHERE site_id = $1 AND NOT used AND NOT resets AND account_id IS NULL`,
      [desk.site, newcomer.accountId],
    ),
  );
  return newcomer;
}

/** Somebody who belongs to a site and holds none of its keys. */
export async function givenMember(
  site: string,
  role: Counsellor["role"] = "counsellor",
): Promise<Counsellor> {
  const user = await newKeyPair();
  const accountId = await insertAccount(user.publicKey);
  await asOwner((client) =>
    client.query("INSERT INTO membership (site_id, account_id, role) VALUES ($1, $2, $3)", [
      site,
      accountId,
      role,
    ]),
  );
  return { accountId, userKey: user.privateKey, site, role };
}

/** The code that somebody reads out from their own screen. */
export async function readsOut({ accountId }: Counsellor): Promise<string> {
  const { rows } = await asOwner((client) =>
    client.query<{ publicKey: Buffer }>(`SELECT public_key AS "publicKey" FROM account WHERE id = $1`, [
      accountId,
    ]),
  );
  return fingerprintOf(accountId, rows[0]?.publicKey ?? Buffer.alloc(0));
}

/** The same person with a new key of their own, as after setting their access up anew. */
export async function givenNewKey(person: Counsellor): Promise<Counsellor> {
  const user = await newKeyPair();
  await asOwner(async (client) => {
    await client.query("UPDATE account SET public_key = $2 WHERE id = $1", [
      person.accountId,
      user.publicKey,
    ]);
    await client.query("DELETE FROM site_key_grant WHERE account_id = $1", [person.accountId]);
  });
  return { ...person, userKey: user.privateKey };
}

/** A signed-in session of somebody's; nothing of it but its being there matters here. */
export async function givenSession({ accountId }: Counsellor): Promise<void> {
  await asSuperuser((client) =>
    client.query(
      `INSERT INTO staff_session (id_hash, account_id, sealed_user_key, device, opened_at, seen_at)
         VALUES ($1, $2, $3, 'computer', $4, $4)`,
      [randomBytes(32), accountId, randomBytes(60), NOW],
    ),
  );
}

export async function countSessions({ accountId }: Counsellor): Promise<number> {
  const { rows } = await asSuperuser((client) =>
    client.query<{ count: number }>("SELECT count(*)::int FROM staff_session WHERE account_id = $1", [
      accountId,
    ]),
  );
  return rows[0]?.count ?? 0;
}

/** A newcomer whom a lead has given the keys. */
export async function givenColleague(
  desk: LeadDesk,
  given: { name?: string; role?: Counsellor["role"] } = {},
): Promise<Counsellor> {
  const newcomer = await givenNewcomer(desk, given);
  const result = await grantKeys(
    desk,
    { account: newcomer.accountId, fingerprint: await readsOut(newcomer) },
    NOW,
  );
  if (!result.ok) throw new Error(`the keys were refused: ${result.reason}`);
  return newcomer;
}
