import { randomUUID } from "node:crypto";
import { markOf, storeSession } from "../../auth/commands";
import type { Staff } from "../../auth/queries";
import type { Caller } from "../../auth/types";
import { newKeyPair } from "../../crypto/hpke";
import { emailLookup } from "../../crypto/lookup";
import { surfaceDb } from "../../db/client";
import { isUniqueViolation } from "../../db/errors";
import { berlinDay } from "../../time/rules";
import type { JoinAlsoResult, JoinResult } from "../types";
import { AlreadyMember, AlreadyUsed, claimInvitation, type Tx } from "./claim-invitation";
import { problemOf, sealUnder } from "./credentials";
import { type Opened, openInvitation } from "./invitation";

export type Joining = { token: string; email: string; passphrase: string; locale: string };

type Open = Extract<Opened, { ok: true }>;

/**
 * Makes an account out of an invitation, and signs in to it. The newcomer belongs to the site from then on and
 * sees nothing of it: only a colleague can grant the keys.
 */
export async function acceptInvitation(
  { token, email, passphrase, locale }: Joining,
  caller: Caller,
  now: Date,
): Promise<JoinResult> {
  const opened = await openInvitation(token, now);
  if (!opened.ok) return { ok: false, reason: opened.reason };
  if (opened.invitation.kind === "reset") return { ok: false, reason: "unknown" };
  const problem = await problemOf(passphrase, [email, ...siteOf(opened)]);
  if (problem) return { ok: false, reason: problem };

  const [id, lookup, keys] = [randomUUID(), emailLookup(email), await newKeyPair()];
  const account = {
    id,
    emailLookup: lookup,
    publicKey: keys.publicKey,
    ...(await sealUnder(passphrase, id, keys.privateKey)),
    coordinator: opened.invitation.kind === "network",
    locale,
    lastSeenOn: new Date(berlinDay(now)),
  };
  const refusal = await using(opened, id, now, (tx) => tx.account.createMany({ data: [account] }));
  if (refusal) return { ok: false, reason: refusal === "taken" ? "emailTaken" : "used" };
  const proven = { accountId: id, userKey: keys.privateKey, mark: markOf(lookup) };
  return { ok: true, session: await storeSession(proven, caller.device, now) };
}

/** Lets somebody who has an account join a further site, or the network. */
export async function acceptAlso(staff: Staff, token: string, now: Date): Promise<JoinAlsoResult> {
  const opened = await openInvitation(token, now);
  if (!opened.ok) return { ok: false, reason: opened.reason };
  const { invitation } = opened;
  if (invitation.kind === "reset") return { ok: false, reason: "unknown" };
  const [siteId] = siteOf(opened);
  if (staff.memberships.some((membership) => membership.siteId === siteId))
    return { ok: false, reason: "member" };

  const refusal = await using(opened, staff.accountId, now, async (tx) => {
    if (invitation.kind !== "network") return;
    await tx.account.updateMany({ where: { id: staff.accountId }, data: { coordinator: true } });
  });
  if (refusal) return { ok: false, reason: refusal === "member" ? "member" : "used" };
  return { ok: true, siteId: siteId ?? null };
}

/**
 * Sets somebody's access up anew, by the link of their lead: a new key, and with it none of the old grants. What
 * proved who they are is gone, and so is a coordinator's office, for which a site's lead cannot speak.
 */
export async function acceptReset(
  { token, passphrase }: Pick<Joining, "token" | "passphrase">,
  caller: Caller,
  now: Date,
): Promise<JoinResult> {
  const opened = await openInvitation(token, now);
  if (!opened.ok) return { ok: false, reason: opened.reason };
  const accountId = opened.stored?.resets ? opened.stored.accountId : null;
  if (!accountId) return { ok: false, reason: "unknown" };
  const problem = await problemOf(passphrase, siteOf(opened));
  if (problem) return { ok: false, reason: problem };

  const keys = await newKeyPair();
  const sealed = await sealUnder(passphrase, accountId, keys.privateKey);
  const refusal = await using(opened, accountId, now, async (tx) => {
    await forgetEverything(tx, accountId);
    const nothing = { wrappedByRecovery: null, recoveryConfirmedOn: null, sealedTotp: null, totpStep: null };
    await tx.account.updateMany({
      where: { id: accountId },
      data: { ...sealed, ...nothing, publicKey: keys.publicKey, coordinator: false },
    });
  });
  if (refusal) return { ok: false, reason: "used" };
  const row = await surfaceDb("auth").account.findUniqueOrThrow({ where: { id: accountId } });
  const proven = { accountId, userKey: keys.privateKey, mark: markOf(row.emailLookup) };
  return { ok: true, session: await storeSession(proven, caller.device, now) };
}

async function forgetEverything(tx: Tx, accountId: string): Promise<void> {
  await tx.passkey.deleteMany({ where: { accountId } });
  await tx.staffSession.deleteMany({ where: { accountId } });
  await tx.siteKeyGrant.deleteMany({ where: { accountId } });
}

const siteOf = ({ invitation }: Open): string[] => (invitation.kind === "network" ? [] : [invitation.siteId]);

/** Does something together with using the invitation up: both, or nothing. Null when it worked. */
async function using(
  opened: Open,
  accountId: string,
  now: Date,
  work: (tx: Tx) => Promise<unknown>,
): Promise<"taken" | "used" | "member" | null> {
  try {
    await surfaceDb("auth").$transaction(async (tx) => {
      await work(tx);
      await claimInvitation(tx, opened, accountId, now);
    });
    return null;
  } catch (error) {
    if (error instanceof AlreadyUsed) return "used";
    if (error instanceof AlreadyMember) return "member";
    if (isUniqueViolation(error)) return "taken"; // another account has this e-mail address
    throw error;
  }
}
