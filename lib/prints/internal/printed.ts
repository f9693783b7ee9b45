import type { Seat } from "../../auth/desk";
import { printHolder } from "../../crypto/epoch";
import { publicKeyOf } from "../../crypto/hpke";
import { openSiteKeyWith } from "../../crypto/keyring";

/** The private keys of a site that a printed recovery key opens, the newest first. */
export async function openPrinted(
  { site, db }: Seat,
  privateKey: Uint8Array,
): Promise<{ epoch: number; privateKey: Uint8Array }[]> {
  const rows = await db.siteKeyRecovery.findMany({
    where: { recovery: { publicKey: publicKeyOf(privateKey) } },
    select: { epoch: true, recoveryId: true, sealedSiteKey: true, key: { select: { publicKey: true } } },
    orderBy: { epoch: "desc" },
  });
  const opened = await Promise.all(
    rows.map(async ({ epoch, recoveryId, sealedSiteKey, key }) => {
      const place = { site, epoch, holder: printHolder(recoveryId) };
      const sitePrivateKey = await openSiteKeyWith(privateKey, place, sealedSiteKey);
      return { epoch, privateKey: sitePrivateKey, publicKey: key.publicKey };
    }),
  );
  // Anybody can seal to a public key: only the private half of the site's own key is one of its keys.
  return opened.filter((key) => Buffer.from(publicKeyOf(key.privateKey)).equals(key.publicKey));
}
