import type { LeadDesk, NetworkDesk } from "../../lib/auth/desk";
import { leadDesk, openNetworkDesk } from "../../lib/auth/queries";
import { newKeyPair } from "../../lib/crypto/hpke";
import { deskOf, givenCounsellor, insertAccount } from "./sites";

/** The desk of a new lead of a site. */
export async function leadDeskAt(site: string): Promise<LeadDesk> {
  const desk = leadDesk(await deskOf(await givenCounsellor({ site, role: "lead" })));
  if (!desk) throw new Error(`${site} has no lead`);
  return desk;
}

/** The desk of a new coordinator. */
export async function coordinatorDesk(): Promise<NetworkDesk> {
  const { publicKey, privateKey } = await newKeyPair();
  const desk = openNetworkDesk({
    accountId: await insertAccount(publicKey),
    userKey: privateKey,
    coordinator: true,
    hasFactor: true,
    recoveryConfirmed: true,
    memberships: [],
  });
  if (!desk) throw new Error("A coordinator has no desk.");
  return desk;
}
