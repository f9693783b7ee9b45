import type { Desk } from "../../auth/desk";
import type { Holder, Print } from "../../crypto/epoch";
import { AppError } from "../../errors";

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
      const pinned = await openPin(desk, accountId, sealedPin);
      return pinned?.equals(membership.account.publicKey) ? [{ accountId, publicKey: pinned }] : [];
    }),
  );
  return holders.flat();
}

async function openPin(desk: Desk, accountId: string, sealed: Uint8Array): Promise<Buffer | null> {
  try {
    const text = await desk.keys.openOfSite(desk.keys.epoch, "site_key_grant.sealed_pin", accountId, sealed);
    return Buffer.from(text, "base64");
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** The recovery keys of the site, the unconfirmed one included: what is being printed must open the next key too. */
export const listPrints = ({ db }: Pick<Desk, "db">): Promise<Print[]> =>
  db.siteRecovery.findMany({ select: { id: true, publicKey: true }, orderBy: { id: "asc" } });
