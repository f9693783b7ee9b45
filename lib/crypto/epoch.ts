import { type KeyPair, newKeyPair } from "./hpke";
import { sealSiteKeyTo } from "./keyring";
import { pinKey } from "./pins";
import { sealRecord } from "./record";

/** Somebody that a site key is sealed to. */
export type Holder = { accountId: string; publicKey: Uint8Array };

/** A printed recovery key that a site key is sealed to. */
export type Print = { id: string; publicKey: Uint8Array };

/** A new epoch of a site's key, sealed to everybody who is to hold it. */
export type NewEpoch = { key: KeyPair; epoch: number; grants: GrantRow[]; recoveries: RecoveryRow[] };

export type GrantRow = {
  siteId: string;
  epoch: number;
  accountId: string;
  sealedSiteKey: Uint8Array<ArrayBuffer>;
  sealedPin: Uint8Array<ArrayBuffer>;
};

export type RecoveryRow = {
  siteId: string;
  epoch: number;
  recoveryId: string;
  sealedSiteKey: Uint8Array<ArrayBuffer>;
  sealedPin: Uint8Array<ArrayBuffer>;
};

type EpochPlace = { site: string; epoch: number };

/**
 * Makes a new key of a site. It is pinned outside the database before it can be stored in there; if it never is,
 * the pin says nothing about any other key.
 */
export async function newEpoch(place: EpochPlace, holders: Holder[], prints: Print[]): Promise<NewEpoch> {
  const key = await newKeyPair();
  const grants = await Promise.all(holders.map((holder) => grantFor(place, key.privateKey, holder)));
  const recoveries = await Promise.all(prints.map((print) => recoveryFor(place, key.privateKey, print)));
  pinKey(place.site, place.epoch, key.publicKey);
  return { key, epoch: place.epoch, grants, recoveries };
}

/** One epoch's private key for one person, with the pin of the key it was made to. */
export async function grantFor(
  { site, epoch }: EpochPlace,
  sitePrivateKey: Uint8Array,
  { accountId, publicKey }: Holder,
): Promise<GrantRow> {
  return {
    siteId: site,
    epoch,
    accountId,
    sealedSiteKey: await sealSiteKeyTo(publicKey, { site, epoch, holder: accountId }, sitePrivateKey),
    sealedPin: sealRecord(
      sitePrivateKey,
      { column: "site_key_grant.sealed_pin", site, epoch, recordId: accountId },
      Buffer.from(publicKey).toString("base64"),
    ),
  };
}

/** One epoch's private key for a printed recovery key, with the pin of that key. */
export async function recoveryFor(
  { site, epoch }: EpochPlace,
  sitePrivateKey: Uint8Array,
  { id, publicKey }: Print,
): Promise<RecoveryRow> {
  const place = { site, epoch, holder: printHolder(id) };
  return {
    siteId: site,
    epoch,
    recoveryId: id,
    sealedSiteKey: await sealSiteKeyTo(publicKey, place, sitePrivateKey),
    sealedPin: sealRecord(
      sitePrivateKey,
      { column: "site_key_recovery.sealed_pin", site, epoch, recordId: id },
      Buffer.from(publicKey).toString("base64"),
    ),
  };
}

/** How a print is named where the holder of a site key is bound into its seal. */
export const printHolder = (id: string): string => `print ${id}`;
