import { AppError } from "../errors";
import { bind } from "./aead";
import type { CaseKey } from "./content";
import type { SiteColumn } from "./contract";
import { openWith, publicKeyOf, sealTo } from "./hpke";
import { openRecord, sealRecord } from "./record";

const CASE_KEY = "weact/case-key/v1";
const SITE_KEY = "weact/site-key/v1";

/** A site's private key of one epoch, sealed to a counsellor. */
export type Grant = { epoch: number; publicKey: Uint8Array; sealedSiteKey: Uint8Array };

/** Who holds a copy of a site's private key: an account's id, or one of the printed recovery keys. */
export type KeyPlace = { site: string; epoch: number; holder: string };

/** Something that everybody at the site may read, and the epoch it is sealed under. */
export type SealedRecord = { keyEpoch: number; sealed: Uint8Array<ArrayBuffer> };

/** The keys that open one site's records: what makes a desk more than a database login. */
export type SiteKeyring = {
  /** The newest epoch, under which new records are sealed; 0 for somebody who has no keys yet. */
  readonly epoch: number;
  /** All epochs whose records this keyring opens, the newest first. */
  readonly epochs: readonly number[];
  openCaseKey(epoch: number, caseId: string, wrapped: Uint8Array): Promise<CaseKey>;
  sealCaseKey(caseId: string, key: CaseKey): Promise<Uint8Array<ArrayBuffer>>;
  /** Seals a text for the colleagues of the site. */
  sealForSite(column: SiteColumn, recordId: string, text: string): Promise<SealedRecord>;
  openOfSite(epoch: number, column: SiteColumn, recordId: string, sealed: Uint8Array): Promise<string>;
  /** The same for lists, where one damaged record must not hide the others: null for it. */
  openIfWhole(
    epoch: number,
    column: SiteColumn,
    recordId: string,
    sealed: Uint8Array,
  ): Promise<string | null>;
  /** The site's private key of an epoch, which only lib/keys may ask for, to give it to somebody else. */
  privateKey(epoch: number): Promise<Uint8Array>;
};

/** Seals a case key to a site. Needs only the public key, so the public form can do it. */
export function sealCaseKeyTo(
  publicKey: Uint8Array,
  place: { site: string; epoch: number; caseId: string },
  key: CaseKey,
): Promise<Uint8Array<ArrayBuffer>> {
  return sealTo(publicKey, CASE_KEY, bind(place.site, place.epoch, place.caseId), key);
}

/** Seals a site's private key to a counsellor's user key, or to a recovery key of the site. */
export function sealSiteKeyTo(
  publicKey: Uint8Array,
  place: KeyPlace,
  sitePrivateKey: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  return sealTo(publicKey, SITE_KEY, bind(place.site, place.epoch, place.holder), sitePrivateKey);
}

/** @throws AppError `sealBroken` when it was sealed to somebody else, or for another place */
export function openSiteKeyWith(
  privateKey: Uint8Array,
  place: KeyPlace,
  sealed: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  return openWith(privateKey, SITE_KEY, bind(place.site, place.epoch, place.holder), sealed);
}

/** Anybody can seal to a public key, so what comes out has to be the private half of the key that is pinned. */
async function openGrant(userKey: Uint8Array, place: KeyPlace, grant: Grant): Promise<Uint8Array> {
  const privateKey = await openSiteKeyWith(userKey, place, grant.sealedSiteKey);
  if (Buffer.from(publicKeyOf(privateKey)).equals(grant.publicKey)) return privateKey;
  throw new AppError("sealBroken");
}

/**
 * The keyring of a counsellor at a site. Site keys are opened when first needed and live as long as the
 * keyring, which is one request.
 *
 * @throws AppError `sealBroken` on first use when a grant was not made for this counsellor
 */
export function siteKeyring(
  holder: { site: string; accountId: string; privateKey: Uint8Array },
  grants: Grant[],
): SiteKeyring {
  const byEpoch = grants.toSorted((a, b) => b.epoch - a.epoch);
  const newest = byEpoch[0];
  const { site } = holder;
  const opened = new Map<number, Promise<Uint8Array>>();

  const privateKey = (epoch: number): Promise<Uint8Array> => {
    const grant = grants.find((candidate) => candidate.epoch === epoch);
    if (!grant) return Promise.reject(new AppError("sealBroken"));
    const known = opened.get(epoch);
    if (known) return known;
    const place = { site, epoch, holder: holder.accountId };
    const opening = openGrant(holder.privateKey, place, grant);
    opened.set(epoch, opening);
    return opening;
  };

  const openOfSite: SiteKeyring["openOfSite"] = async (epoch, column, recordId, sealed) =>
    openRecord(await privateKey(epoch), { column, site, epoch, recordId }, sealed);

  return {
    epoch: newest?.epoch ?? 0,
    epochs: byEpoch.map(({ epoch }) => epoch),
    privateKey,
    async openCaseKey(epoch, caseId, wrapped) {
      const key = await openWith(await privateKey(epoch), CASE_KEY, bind(site, epoch, caseId), wrapped);
      return key as Uint8Array as CaseKey;
    },
    sealCaseKey(caseId, key) {
      if (!newest) return Promise.reject(new AppError("sealBroken"));
      return sealCaseKeyTo(newest.publicKey, { site, epoch: newest.epoch, caseId }, key);
    },
    async sealForSite(column, recordId, text) {
      const keyEpoch = newest?.epoch ?? 0;
      const place = { column, site, epoch: keyEpoch, recordId };
      return { keyEpoch, sealed: sealRecord(await privateKey(keyEpoch), place, text) };
    },
    openOfSite,
    async openIfWhole(...record) {
      try {
        return await openOfSite(...record);
      } catch (error) {
        if (error instanceof AppError) return null;
        throw error;
      }
    },
  };
}
