import { openSession } from "../../lib/auth/commands";
import { findStaff, type Staff } from "../../lib/auth/queries";
import type { Caller, NewSession, Proof } from "../../lib/auth/types";
import type { Account } from "./accounts";
import { NOW } from "./clock";

let network = 0;

/** Every attempt comes from a network of its own, unless a test is about where it comes from. */
export const somewhere = (): string => `198.51.${network++}.1`;

export const caller = (address = somewhere()): Caller => ({ address, device: "computer", knownMark: null });

/** Signs somebody in who has no second factor. */
export async function signedIn(
  account: Pick<Account, "email" | "passphrase">,
  now = NOW,
): Promise<NewSession> {
  const result = await openSession(account, somewhere(), now);
  if (!result.ok) throw new Error(result.reason);
  return result.session;
}

/** The proof of a right passphrase, of somebody who has a second factor. */
export async function provenBy(account: Pick<Account, "email" | "passphrase">, now = NOW): Promise<Proof> {
  const result = await openSession(account, somewhere(), now);
  if (result.ok || result.reason !== "factor") throw new Error("no second factor was asked for");
  return result.proof;
}

export const staffBehind = ({ sessionId, sessionKey }: NewSession, now = NOW): Promise<Staff | null> =>
  findStaff(sessionId, sessionKey, now);

/** Somebody at work. */
export async function staffOfAccount(account: Account, now = NOW): Promise<Staff> {
  const staff = await staffBehind(await signedIn(account, now), now);
  if (!staff) throw new Error("not signed in");
  return staff;
}

/** The session that something opened. */
export function sessionOf(result: { ok: boolean; session?: NewSession; reason?: string }): NewSession {
  if (!result.ok || !result.session) throw new Error(result.reason ?? "no session");
  return result.session;
}
