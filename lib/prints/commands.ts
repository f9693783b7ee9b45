import { randomUUID } from "node:crypto";
import { changeSite, countUp, recordSiteEvent } from "../audit/commands";
import type { LeadDesk, Seat } from "../auth/desk";
import { symbolsOf } from "../crypto/base32";
import { grantFor, recoveryFor } from "../crypto/epoch";
import { newKeyPair, publicKeyOf } from "../crypto/hpke";
import { combineShares, splitRecoveryKey } from "../crypto/shares";
import { openTicket, sealTicket } from "../crypto/ticket";
import { changeKeys, nameMember } from "../keys/commands";
import { berlinDay } from "../time/rules";
import { openPrinted } from "./internal/printed";
import type { RecoveryPrint, RestoreRefusal } from "./types";

/** How long somebody may take to print three sheets and look at them. */
const PRINT_MS = 2 * 3_600_000;

type Pending = { site: string; id: string; groups: string[] };

/**
 * Makes a new recovery key of the site and gives it out as three printed shares. It opens everything of the site,
 * also what earlier keys sealed. Prints from before go on working until this one is confirmed.
 *
 * @returns null when somebody else has renewed the site's keys meanwhile
 */
export async function printRecovery(desk: LeadDesk, now: Date): Promise<RecoveryPrint | null> {
  const [id, key] = [randomUUID(), await newKeyPair()];
  const print = { id, publicKey: key.publicKey };
  const createdOn = new Date(berlinDay(now));
  const printed = await changeKeys(desk, { action: "recoveryPrinted" }, now, async () => {
    const rows = await Promise.all(
      desk.keys.epochs.map(async (epoch) =>
        recoveryFor({ site: desk.site, epoch }, await desk.keys.privateKey(epoch), print),
      ),
    );
    return async (tx) => {
      await tx.siteRecovery.createMany({ data: [{ siteId: desk.site, ...print, createdOn }] });
      await tx.siteKeyRecovery.createMany({ data: rows });
    };
  });
  if (!printed) return null;
  const shares = (await splitRecoveryKey(key.privateKey, key.publicKey)) as [string, string, string];
  const pending: Pending = { site: desk.site, id, groups: shares.map(lastGroup) };
  return { shares, ticket: sealTicket("print", pending, new Date(now.getTime() + PRINT_MS)) };
}

const lastGroup = (share: string): string => symbolsOf(share).slice(-4);

export type ConfirmResult =
  | { ok: true }
  | { ok: false; reason: "late" }
  /** `which` are the sheets whose last group was typed wrong. */
  | { ok: false; reason: "differs"; which: number[] };

/** Confirms that all three sheets are in hand, by the last group of each. Earlier prints are worth nothing then. */
export async function confirmRecovery(
  desk: LeadDesk,
  { ticket, groups }: { ticket: string; groups: readonly string[] },
  now: Date,
): Promise<ConfirmResult> {
  const pending = openTicket("print", ticket, now) as Pending | null;
  if (pending?.site !== desk.site) return { ok: false, reason: "late" };
  const which = pending.groups.flatMap((group, index) =>
    symbolsOf(groups[index] ?? "") === group ? [] : [index],
  );
  if (which.length > 0) return { ok: false, reason: "differs", which };

  let found = false;
  await changeSite(desk, null, { action: "recoveryConfirmed" }, now, async (tx) => {
    const { count } = await tx.siteRecovery.updateMany({
      where: { id: pending.id },
      data: { confirmedOn: new Date(berlinDay(now)) },
    });
    found = count === 1;
    if (found) await tx.siteRecovery.deleteMany({ where: { id: { not: pending.id } } });
  });
  return found ? { ok: true } : { ok: false, reason: "late" };
}

/**
 * Gives the keys of a site back to a lead of whom nobody is left to grant them, from two of the three printed
 * shares. The print has been typed into a computer then, so it counts as outdated: the desk asks for a new one.
 *
 * @param name how colleagues will see the lead
 */
export async function restoreFromPrint(
  seat: Seat,
  { shares, name }: { shares: [string, string]; name: string },
  now: Date,
): Promise<{ ok: true } | ({ ok: false } & RestoreRefusal)> {
  if (seat.role !== "lead") return { ok: false, reason: "leadsOnly" };
  const combined = await combineShares(shares);
  if (!combined.ok) return { ok: false, reason: combined.problem, which: combined.which };

  const keys = await openPrinted(seat, combined.privateKey);
  const newest = keys[0];
  if (!newest) return { ok: false, reason: "unknownPrint" };
  const holder = { accountId: seat.account, publicKey: publicKeyOf(seat.userKey) };
  const grants = await Promise.all(
    keys.map(({ epoch, privateKey }) => grantFor({ site: seat.site, epoch }, privateKey, holder)),
  );
  const place = { site: seat.site, account: seat.account, epoch: newest.epoch, key: newest.privateKey };
  await seat.db.$transaction(async (tx) => {
    const seq = await countUp(tx, seat.site, null);
    await tx.siteKeyGrant.deleteMany({ where: { accountId: seat.account } });
    await tx.siteKeyGrant.createMany({ data: grants });
    await tx.siteRecovery.updateMany({ data: { outdated: true } });
    await nameMember(tx, place, name);
    await recordSiteEvent(tx, place, seq ?? 0, { action: "recoveredFromPrint" }, now);
  });
  return { ok: true };
}
