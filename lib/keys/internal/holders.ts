import type { Desk } from "../../auth/desk";
import type { Holder, Print } from "../../crypto/epoch";
import { dayBefore } from "../../time/rules";

/**
 * The people who hold the newest key and go on holding the next: those who are still there, whose grant bears a
 * pin of this site, and whose account still has the key that was compared with them. A key that somebody swapped
 * in the database gets nothing; its owner is then asked for the fingerprint again.
 */
export async function listHolders(desk: Desk): Promise<Holder[]> {
  const grants = await desk.db.siteKeyGrant.findMany({
    where: { epoch: desk.keys.epoch, membership: { active: true } },
    select: {
      accountId: true,
      sealedPin: true,
      membership: { select: { account: { select: { publicKey: true } } } },
    },
    orderBy: { accountId: "asc" },
  });
  const holders = await Promise.all(
    grants.map(async ({ accountId, sealedPin, membership }) => {
      const pinned = await openPin(desk, "site_key_grant.sealed_pin", accountId, sealedPin);
      return pinned?.equals(membership.account.publicKey) ? [{ accountId, publicKey: pinned }] : [];
    }),
  );
  return holders.flat();
}

/** After so long an unconfirmed print is no longer on somebody's desk, but forgotten or kept on purpose. */
const UNCONFIRMED_DAYS = 1;

/** The prints that nobody has confirmed and nobody is about to. */
export const abandonedPrints = (now: Date) =>
  ({ confirmedOn: null, outdated: false, createdOn: { lt: dayBefore(now, UNCONFIRMED_DAYS) } }) as const;

/**
 * The recovery keys that open the newest epoch and go on to open the next, the one that is being printed just now
 * included. Like people they bear a pin: one that somebody put into the database, or swapped, gets nothing.
 */
export async function listPrints(desk: Desk, now: Date): Promise<Print[]> {
  const rows = await desk.db.siteKeyRecovery.findMany({
    where: { epoch: desk.keys.epoch, recovery: { NOT: abandonedPrints(now) } },
    select: { recoveryId: true, sealedPin: true, recovery: { select: { publicKey: true } } },
    orderBy: { recoveryId: "asc" },
  });
  const prints = await Promise.all(
    rows.map(async ({ recoveryId, sealedPin, recovery }) => {
      const pinned = await openPin(desk, "site_key_recovery.sealed_pin", recoveryId, sealedPin);
      return pinned?.equals(recovery.publicKey) ? [{ id: recoveryId, publicKey: pinned }] : [];
    }),
  );
  return prints.flat();
}

type PinColumn = "site_key_grant.sealed_pin" | "site_key_recovery.sealed_pin";

async function openPin(
  { keys }: Desk,
  column: PinColumn,
  id: string,
  sealed: Uint8Array,
): Promise<Buffer | null> {
  const pin = await keys.openIfWhole(keys.epoch, column, id, sealed);
  return pin === null ? null : Buffer.from(pin, "base64");
}
