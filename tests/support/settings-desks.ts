import type { NetworkDesk } from "../../lib/auth/desk";
import { openNetworkDesk } from "../../lib/auth/queries";
import { newKeyPair } from "../../lib/crypto/hpke";
import { insertAccount } from "./sites";

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
