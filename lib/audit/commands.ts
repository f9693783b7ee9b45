import type { Desk } from "../auth/desk";
import { sealRecord } from "../crypto/record";
import type { SiteAction } from "./types";

/** The part of a transaction that a change of a site may add to. */
export type SiteTx = Parameters<Parameters<Desk["db"]["$transaction"]>[0]>[0];

/** How many changes the people, keys and settings of a site have seen: read before a change, given to `changeSite`. */
export async function countChanges({ db }: Pick<Desk, "db">): Promise<number> {
  const row = await db.siteCounter.findFirst({ select: { changes: true } });
  return row?.changes ?? 0;
}

/**
 * Changes something about a site together with its entry in the site's history, in one transaction.
 *
 * @param since what `countChanges` said before the change was prepared; null where any number of other changes does
 *   no harm
 * @returns false when somebody else has changed the site since: nothing is done then
 */
export async function changeSite(
  desk: Desk,
  since: number | null,
  action: SiteAction,
  now: Date,
  work: (tx: SiteTx) => Promise<void>,
): Promise<boolean> {
  const epoch = desk.keys.epoch;
  const key = await desk.keys.privateKey(epoch);
  return desk.db.$transaction(async (tx) => {
    const seq = await countUp(tx, desk.site, since);
    if (seq === null) return false;
    await work(tx);
    await recordSiteEvent(tx, { site: desk.site, account: desk.account, epoch, key }, seq, action, now);
    return true;
  });
}

/**
 * Takes the next number of a site's changes; the row's lock keeps others waiting until the transaction is over.
 *
 * @returns null when the number is not `since` any more
 */
export async function countUp(tx: SiteTx, site: string, since: number | null): Promise<number | null> {
  const { count } = await tx.siteCounter.updateMany({
    where: { siteId: site, ...(since === null ? {} : { changes: since }) },
    data: { changes: { increment: 1 } },
  });
  if (count === 0) return null;
  const row = await tx.siteCounter.findFirst({ select: { changes: true } });
  return row?.changes ?? null;
}

/** Who writes an entry, and the site's private key that it is sealed under. */
export type EventSeal = { site: string; account: string; epoch: number; key: Uint8Array };

export async function recordSiteEvent(
  tx: SiteTx,
  { site, account, epoch, key }: EventSeal,
  seq: number,
  action: SiteAction,
  now: Date,
): Promise<void> {
  const place = { column: "site_event.sealed_detail", site, epoch, recordId: String(seq) } as const;
  const sealedDetail = sealRecord(key, place, JSON.stringify({ ...action, account, at: now.toISOString() }));
  await tx.siteEvent.createMany({ data: [{ siteId: site, seq, keyEpoch: epoch, sealedDetail }] });
}
