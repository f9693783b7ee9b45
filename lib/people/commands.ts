import { randomUUID } from "node:crypto";
import { changeSite, type SiteTx } from "../audit/commands";
import type { SiteAction } from "../audit/types";
import type { AccountId, LeadDesk } from "../auth/desk";
import { grantFor } from "../crypto/epoch";
import { fingerprintOf, isFingerprint } from "../crypto/fingerprint";
import { newInvitation } from "../crypto/invitation";
import { AppError } from "../errors";
import { changeKeys, nameMember, renewKeys } from "../keys/commands";
import { berlinDay } from "../time/rules";
import { findInvitedName } from "./queries";
import type { ChangeRole, GrantKeys, Invite, Leave } from "./schema";

/** Codes equal the keys under `staff.people.refused`. */
export type PeopleRefusal = "changedMeanwhile" | "fingerprintDiffers" | "notYourself" | "coordinator";
export type PeopleResult = { ok: true } | { ok: false; reason: PeopleRefusal };
export type LinkResult = { ok: true; token: string } | { ok: false; reason: PeopleRefusal };

const DONE = { ok: true } as const;
const refuse = (reason: PeopleRefusal) => ({ ok: false, reason }) as const;

/** Invites a colleague. The link is good for 72 hours and one use; it lets nobody read anything. */
export async function invite(desk: LeadDesk, { name, role }: Invite, now: Date): Promise<{ token: string }> {
  return { token: await makeLink(desk, { name, role }, { action: "invited", name, role }, now) };
}

/**
 * Makes a link by which a colleague sets their access up anew, who has lost every way into it. Their account gets a
 * new key, so it holds none of the site's until somebody grants them again. Of a coordinator only an operator may
 * do that.
 *
 * @throws AppError `notFound` for somebody who does not work at the site
 */
export async function resetAccess(desk: LeadDesk, accountId: AccountId, now: Date): Promise<LinkResult> {
  if (accountId === desk.account) return refuse("notYourself");
  const person = await findPerson(desk, accountId);
  if (person.account.coordinator) return refuse("coordinator");
  const { role, keyEpoch, sealedName } = person;
  const name =
    keyEpoch && sealedName
      ? await desk.keys.openOfSite(keyEpoch, "membership.sealed_name", accountId, sealedName)
      : ((await findInvitedName(desk, accountId)) ?? "");
  const action = { action: "accessReset", of: accountId } as const;
  return { ok: true, token: await makeLink(desk, { name, role, resets: accountId }, action, now) };
}

type Link = { name: string; role: string; resets?: AccountId };

async function makeLink(desk: LeadDesk, link: Link, action: SiteAction, now: Date): Promise<string> {
  const [id, { token, stored }] = [randomUUID(), newInvitation(now)];
  const { keyEpoch, sealed } = await desk.keys.sealForSite("invitation.sealed_name", id, link.name);
  const row = {
    siteId: desk.site,
    id,
    ...stored,
    role: link.role,
    resets: Boolean(link.resets),
    accountId: link.resets ?? null,
    keyEpoch,
    sealedName: sealed,
  };
  await changeSite(desk, null, action, now, async (tx) => {
    // A second link to set the same access up anew makes the first one worthless.
    if (link.resets) await tx.invitation.deleteMany({ where: { accountId: link.resets, used: false } });
    await tx.invitation.createMany({ data: [row] });
  });
  return token;
}

/** Makes a link worthless that nobody has used. */
export async function withdrawInvitation(desk: LeadDesk, id: string, now: Date): Promise<void> {
  const row = await desk.db.invitation.findFirst({
    where: { id, used: false },
    select: { keyEpoch: true, sealedName: true },
  });
  if (!row) throw new AppError("notFound");
  const name =
    row.keyEpoch && row.sealedName
      ? await desk.keys.openOfSite(row.keyEpoch, "invitation.sealed_name", id, row.sealedName)
      : "";
  await changeSite(desk, null, { action: "invitationWithdrawn", name }, now, async (tx) => {
    await tx.invitation.deleteMany({ where: { id, used: false } });
  });
}

/**
 * Gives a colleague all keys of the site, if the code that they read out is the one of the key which the database
 * names as theirs. A key that was swapped, or made anew since, has another code.
 *
 * @throws AppError `notFound` for somebody who does not work at the site
 */
export async function grantKeys(desk: LeadDesk, input: GrantKeys, now: Date): Promise<PeopleResult> {
  const { account, keyEpoch } = await findPerson(desk, input.account);
  if (!isFingerprint(input.fingerprint, await fingerprintOf(input.account, account.publicKey)))
    return refuse("fingerprintDiffers");

  const holder = { accountId: input.account, publicKey: account.publicKey };
  const { site, keys } = desk;
  const granted = await changeKeys(desk, { action: "keysGranted", to: input.account }, now, async () => {
    const grants = await Promise.all(
      keys.epochs.map(async (epoch) => grantFor({ site, epoch }, await keys.privateKey(epoch), holder)),
    );
    const name = keyEpoch ? null : ((await findInvitedName(desk, input.account)) ?? "");
    const place = {
      site,
      account: input.account,
      epoch: keys.epoch,
      key: await keys.privateKey(keys.epoch),
    };
    return async (tx) => {
      // What was sealed to an earlier key of theirs opens nothing any more.
      await tx.siteKeyGrant.deleteMany({ where: { accountId: input.account } });
      await tx.siteKeyGrant.createMany({ data: grants });
      if (name !== null) await nameMember(tx, place, name);
      else await tx.invitation.deleteMany({ where: { accountId: input.account } });
    };
  });
  return granted ? DONE : refuse("changedMeanwhile");
}

/** @throws AppError `notFound` for somebody who does not work at the site */
export async function changeRole(
  desk: LeadDesk,
  { account, role }: ChangeRole,
  now: Date,
): Promise<PeopleResult> {
  // So that a site never loses its last lead.
  if (account === desk.account) return refuse("notYourself");
  await findPerson(desk, account);
  await changeSite(desk, null, { action: "roleChanged", of: account, role }, now, async (tx) => {
    // Of two leads who demote each other at once, the second is none any more.
    const still = { accountId: desk.account, active: true, role: "lead" };
    if ((await tx.membership.count({ where: still })) === 0) throw new AppError("notFound");
    if (role === "counsellor") await withdrawAll(tx);
    await tx.membership.updateMany({ where: { accountId: account, active: true }, data: { role } });
  });
  return DONE;
}

/** Ends all sessions of a colleague at once, for a device that is lost. @throws AppError `notFound` */
export async function endSessionsOf(desk: LeadDesk, accountId: AccountId, now: Date): Promise<void> {
  await findPerson(desk, accountId);
  await changeSite(desk, null, { action: "sessionsEnded", of: accountId }, now, async (tx) => {
    await tx.staffSession.deleteMany({ where: { accountId } });
  });
}

/** Lets somebody sign in again who was away for too long. @throws AppError `notFound` */
export async function unlock(desk: LeadDesk, accountId: AccountId, now: Date): Promise<void> {
  await findPerson(desk, accountId);
  const lastSeenOn = new Date(berlinDay(now));
  await changeSite(desk, null, { action: "unlocked", of: accountId }, now, async (tx) => {
    await tx.account.updateMany({ where: { id: accountId }, data: { lastSeenOn } });
  });
}

/**
 * Takes a colleague's access away at once: every session ends, all wraps of the site's keys are deleted, and a
 * new epoch begins that they hold no part of. All of it happens or nothing. Handing over their open cases comes
 * after it (`handOverCases`), and can be done again.
 *
 * @throws AppError `notFound` for somebody who does not work at the site
 */
export async function removeColleague(
  desk: LeadDesk,
  { account }: Pick<Leave, "account">,
  now: Date,
): Promise<PeopleResult> {
  if (account === desk.account) return refuse("notYourself");
  const { role } = await findPerson(desk, account);
  const renewed = await renewKeys(desk, now, {
    leaving: account,
    action: { action: "left", of: account },
    also: async (tx) => {
      // While they still belong here: of somebody who does not, a site cannot end any session.
      await tx.staffSession.deleteMany({ where: { accountId: account } });
      await tx.membership.updateMany({ where: { accountId: account }, data: { active: false } });
      await tx.siteKeyGrant.deleteMany({ where: { accountId: account } });
      await tx.invitation.deleteMany({ where: { accountId: account } });
      await withdrawAll(tx);
      // A lead has seen the sheets that they printed, and those of others perhaps.
      if (role === "lead") await tx.siteRecovery.updateMany({ data: { outdated: true } });
    },
  });
  return renewed ? DONE : refuse("changedMeanwhile");
}

/** Makes every link worthless that nobody has used: whoever goes may have made some, or kept them. */
const withdrawAll = (tx: SiteTx) => tx.invitation.deleteMany({ where: { used: false } });

async function findPerson({ db }: LeadDesk, accountId: AccountId) {
  const row = await db.membership.findFirst({
    where: { accountId, active: true },
    select: {
      role: true,
      keyEpoch: true,
      sealedName: true,
      account: { select: { publicKey: true, coordinator: true } },
    },
  });
  if (!row) throw new AppError("notFound");
  return row;
}
