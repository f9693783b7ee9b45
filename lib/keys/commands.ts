import { changeSite, countChanges, countUp, recordSiteEvent, type SiteTx } from "../audit/commands";
import type { SiteAction } from "../audit/types";
import type { Desk, Seat } from "../auth/desk";
import { type NewEpoch, newEpoch } from "../crypto/epoch";
import { publicKeyOf } from "../crypto/hpke";
import { confirmPin } from "../crypto/pins";
import { sealRecord } from "../crypto/record";
import { berlinDay } from "../time/rules";
import { abandonedPrints, listHolders, listPrints } from "./internal/holders";
import { rewrapped } from "./internal/rewrapped";

/** How often a change of keys is prepared anew when somebody else changed something in between. */
const ATTEMPTS = 4;

/** Open cases that one call moves under the newest key: some 0.2 s of work. */
export const REWRAP_BATCH = 50;

export type FoundResult = { ok: true } | { ok: false; reason: "founded" | "leadsOnly" };

/**
 * Makes the first key of a site, held by the lead who founds it. From then on the site can be written to.
 *
 * @param name how colleagues will see the lead
 */
export async function foundSite(seat: Seat, name: string, now: Date): Promise<FoundResult> {
  if (seat.role !== "lead") return { ok: false, reason: "leadsOnly" };
  const since = await countChanges(seat);
  if ((await seat.db.siteKey.count()) > 0) return { ok: false, reason: "founded" };

  const { site, account } = seat;
  const holder = { accountId: account, publicKey: publicKeyOf(seat.userKey) };
  const epoch = await newEpoch({ site, epoch: 1 }, [holder], []);
  const place = { site, account, epoch: 1, key: epoch.key.privateKey };
  const founded = await seat.db.$transaction(async (tx) => {
    // Of two leads who found at once, the counter lets one through.
    const seq = await countUp(tx, site, since);
    if (seq === null) return false;
    await storeEpoch(tx, site, epoch, now);
    await nameMember(tx, place, name);
    // What the network handed out for this moment is done with.
    await tx.invitation.deleteMany({ where: { used: false } });
    await recordSiteEvent(tx, place, seq, { action: "siteFounded" }, now);
    return true;
  });
  if (!founded) return { ok: false, reason: "founded" };
  confirmPin(site, 1);
  return { ok: true };
}

async function storeEpoch(
  tx: SiteTx,
  site: string,
  { key, epoch, ...rows }: NewEpoch,
  now: Date,
): Promise<void> {
  const createdOn = new Date(berlinDay(now));
  await tx.siteKey.createMany({ data: [{ siteId: site, epoch, publicKey: key.publicKey, createdOn }] });
  await tx.siteKeyGrant.createMany({ data: rows.grants });
  await tx.siteKeyRecovery.createMany({ data: rows.recoveries });
}

/** Gives somebody at a site the name that their colleagues see; what the invitation said of them is done with. */
export async function nameMember(
  tx: SiteTx,
  { site, account, epoch, key }: { site: string; account: string; epoch: number; key: Uint8Array },
  name: string,
): Promise<void> {
  const place = { column: "membership.sealed_name", site, epoch, recordId: account } as const;
  await tx.membership.updateMany({
    where: { accountId: account },
    data: { keyEpoch: epoch, sealedName: sealRecord(key, place, name) },
  });
  await tx.invitation.deleteMany({ where: { accountId: account } });
}

/**
 * Makes a change to who holds the site's keys on top of their newest state. When anybody changes something about
 * the site while it is prepared, it is prepared anew.
 *
 * @param prepare what to store, made from the state as it is now
 * @returns false when the keys themselves have been renewed since the desk was opened, which this desk cannot follow
 */
export async function changeKeys(
  desk: Desk,
  action: SiteAction,
  now: Date,
  prepare: () => Promise<(tx: SiteTx) => Promise<void>>,
): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const since = await countChanges(desk);
    if (await isOutdated(desk)) return false;
    if (await changeSite(desk, since, action, now, await prepare())) return true;
  }
  return false;
}

async function isOutdated({ db, keys }: Desk): Promise<boolean> {
  const newest = await db.siteKey.aggregate({ _max: { epoch: true } });
  return newest._max.epoch !== keys.epoch;
}

/** What else happens in the transaction that renews a site's keys. */
export type Renewal = {
  /** Somebody who holds the present key and not the next. */
  leaving?: string;
  action?: SiteAction;
  also?: (tx: SiteTx) => Promise<void>;
};

/**
 * Starts a new epoch: a new key of the site, sealed to everybody who holds the present one and stays, and to the
 * recovery prints. What was sealed before stays readable to those who remain.
 *
 * Stored in one transaction, so that a renewal that is cut short has not happened.
 *
 * @returns false when somebody else has renewed the keys since the desk was opened: nothing is done then
 */
export async function renewKeys(desk: Desk, now: Date, renewal: Renewal = {}): Promise<boolean> {
  const place = { site: desk.site, epoch: desk.keys.epoch + 1 };
  const action = renewal.action ?? { action: "keysRenewed", epoch: place.epoch };
  const renewed = await changeKeys(desk, action, now, async () => {
    const staying = (await listHolders(desk)).filter(({ accountId }) => accountId !== renewal.leaving);
    const epoch = await newEpoch(place, staying, await listPrints(desk, now));
    return async (tx) => {
      await tx.siteRecovery.deleteMany({ where: abandonedPrints(now) });
      await storeEpoch(tx, desk.site, epoch, now);
      await renewal.also?.(tx);
    };
  });
  if (renewed) confirmPin(desk.site, place.epoch);
  return renewed;
}

/**
 * Moves open cases that are sealed under an older key under the newest one, a batch at a time. Each case moves by
 * itself and at once, so this can end anywhere and go on later.
 *
 * @returns how many cases were looked at; 0 when there is nothing left to do
 */
export async function rewrapCases(desk: Desk, limit = REWRAP_BATCH): Promise<number> {
  if (desk.keys.epoch === 1) return 0; // there is none older
  const rows = await desk.db.caseFile.findMany({
    where: rewrapped(desk),
    select: { id: true, keyEpoch: true, wrappedKey: true },
    orderBy: { keyEpoch: "asc" },
    take: limit,
  });
  for (const { id, keyEpoch, wrappedKey } of rows) {
    const key = await desk.keys.openCaseKey(keyEpoch, id, wrappedKey);
    await desk.db.caseFile.updateMany({
      where: { id, keyEpoch },
      data: { keyEpoch: desk.keys.epoch, wrappedKey: await desk.keys.sealCaseKey(id, key) },
    });
  }
  return rows.length;
}
