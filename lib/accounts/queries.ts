import { isDesk, openDesk, type Staff } from "../auth/queries";
import { isLive } from "../auth/rules";
import type { Device, Proof } from "../auth/types";
import { fingerprintOf, formatFingerprint } from "../crypto/fingerprint";
import { publicKeyOf } from "../crypto/hpke";
import { surfaceDb } from "../db/client";
import { berlinDay } from "../time/rules";
import { openInvitation } from "./internal/invitation";
import { findProven } from "./internal/proven";
import { isFresh, mayChangeAccess } from "./rules";
import type { Access, FoundInvitation, OwnSession, Place } from "./types";

/** What a link to join is for, or why it leads nowhere. */
export async function findInvitation(token: string, now: Date): Promise<FoundInvitation> {
  const opened = await openInvitation(token, now);
  return opened.ok ? { ok: true, invitation: opened.invitation } : opened;
}

/** Which second things somebody can prove who has proven the first; null when that is too long ago. */
export async function findFactors(
  proof: Proof,
  now: Date,
): Promise<{ totp: boolean; passkeys: boolean; recovery: boolean } | null> {
  const account = await findProven(proof, now);
  return (
    account && {
      totp: account.sealedTotp !== null,
      passkeys: account.passkeys.length > 0,
      recovery: account.wrappedByRecovery !== null,
    }
  );
}

/** How somebody's own access stands. */
export async function findAccess({ accountId }: Staff): Promise<Access> {
  const account = await surfaceDb("auth").account.findUniqueOrThrow({
    where: { id: accountId },
    include: { passkeys: { orderBy: { createdOn: "asc" } } },
  });
  const made = account.wrappedByRecovery === null ? "none" : "unconfirmed";
  return {
    hasTotp: account.sealedTotp !== null,
    recovery: account.recoveryConfirmedOn ? "confirmed" : made,
    locale: account.locale,
    passkeys: account.passkeys.map(({ credentialId, device, wrappedByPrf, createdOn, usedOn }) => ({
      id: Buffer.from(credentialId).toString("base64url"),
      device: device as Device,
      unlocks: wrappedByPrf !== null,
      createdOn,
      usedOn,
    })),
  };
}

/** Whether somebody may change now what opens their account; see the rule. */
export async function isFreshEnough(staff: Staff, current: Uint8Array, now: Date): Promise<boolean> {
  const openedAt = await openedWhen(staff.accountId, current);
  const complete = staff.hasFactor && staff.recoveryConfirmed;
  return openedAt !== null && mayChangeAccess(complete, openedAt, now);
}

/** Whether somebody has signed in a short while ago. */
export async function hasJustSignedIn(accountId: string, current: Uint8Array, now: Date): Promise<boolean> {
  const openedAt = await openedWhen(accountId, current);
  return openedAt !== null && isFresh(openedAt, now);
}

async function openedWhen(accountId: string, current: Uint8Array): Promise<Date | null> {
  const session = await surfaceDb("auth").staffSession.findFirst({
    where: { idHash: new Uint8Array(current), accountId },
    select: { openedAt: true },
  });
  return session?.openedAt ?? null;
}

/** Somebody's own sessions, the newest first: day and kind of device, and nothing that tells where. */
export async function listOwnSessions(
  { accountId }: Staff,
  current: Uint8Array,
  now: Date,
): Promise<OwnSession[]> {
  const rows = await surfaceDb("auth").staffSession.findMany({
    where: { accountId },
    orderBy: { openedAt: "desc" },
  });
  return rows
    .filter((row) => isLive(row, now))
    .map(({ idHash, device, openedAt }) => ({
      id: Buffer.from(idHash).toString("base64url"),
      device: device as Device,
      openedOn: new Date(berlinDay(openedAt)),
      current: Buffer.from(idHash).equals(current),
    }));
}

/** How somebody stands at each of their sites. */
export const listPlaces = (staff: Staff): Promise<Place[]> =>
  Promise.all(
    staff.memberships.map(async ({ siteId, role }) => ({
      siteId,
      role,
      state: await stateAt(staff, siteId),
    })),
  );

/** How somebody stands at a site of theirs. */
export async function stateAt(staff: Staff, siteId: string): Promise<Place["state"]> {
  const place = await openDesk(staff, siteId);
  if (!place || isDesk(place)) return "open";
  const { _max } = await place.db.siteKey.aggregate({ _max: { epoch: true } });
  if (_max.epoch === null) return "founding";
  const holders = await place.db.siteKeyGrant.count({
    where: { epoch: _max.epoch, membership: { active: true } },
  });
  return holders === 0 ? "abandoned" : "waiting";
}

/**
 * The code that a newcomer reads out to their colleague. From the private key in this session, not from the stored
 * public one: a key swapped in the database would otherwise show its own code on both sides.
 */
export const ownFingerprint = async ({ accountId, userKey }: Staff): Promise<string> =>
  formatFingerprint(await fingerprintOf(accountId, publicKeyOf(userKey)));
