import { hkdfSync } from "node:crypto";
import { AppError } from "../errors";
import { bind, openBytes, sealBytes } from "./aead";
import type { CaseKey } from "./content";
import { openWith, sealTo } from "./hpke";

const CASE_KEY = "weact/case-key/v1";
const SITE_KEY = "weact/site-key/v1";

/** A site's private key of one epoch, sealed to a counsellor. */
export type Grant = { epoch: number; publicKey: Uint8Array; sealedSiteKey: Uint8Array };

/** The keys that open one site's records: what makes a desk more than a database login. */
export type SiteKeyring = {
  /** The newest epoch, under which new records are sealed. */
  readonly epoch: number;
  openCaseKey(epoch: number, caseId: string, wrapped: Uint8Array): Promise<CaseKey>;
  sealCaseKey(caseId: string, key: CaseKey): Promise<Uint8Array<ArrayBuffer>>;
  openName(epoch: number, accountId: string, sealed: Uint8Array): Promise<string>;
};

/** Seals a case key to a site. Needs only the public key, so the public form can do it. */
export function sealCaseKeyTo(
  publicKey: Uint8Array,
  place: { site: string; epoch: number; caseId: string },
  key: CaseKey,
): Promise<Uint8Array<ArrayBuffer>> {
  return sealTo(publicKey, CASE_KEY, bind(place.site, place.epoch, place.caseId), key);
}

/** Seals a site's private key to a counsellor's user key, or to the site's recovery key. */
export function sealSiteKeyTo(
  publicKey: Uint8Array,
  place: { site: string; epoch: number; holder: string },
  sitePrivateKey: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  return sealTo(publicKey, SITE_KEY, bind(place.site, place.epoch, place.holder), sitePrivateKey);
}

/** Seals a colleague's name so that only the site reads it. */
export function sealName(
  place: { site: string; epoch: number; accountId: string },
  sitePrivateKey: Uint8Array,
  name: string,
): Uint8Array<ArrayBuffer> {
  return sealBytes(
    directoryKey(sitePrivateKey),
    bind(place.site, place.epoch, place.accountId),
    Buffer.from(name),
  );
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
  const newest = grants.toSorted((a, b) => b.epoch - a.epoch)[0];
  const opened = new Map<number, Promise<Uint8Array>>();

  const sitePrivateKey = (epoch: number): Promise<Uint8Array> => {
    const grant = grants.find((candidate) => candidate.epoch === epoch);
    if (!grant) return Promise.reject(new AppError("sealBroken"));
    const known = opened.get(epoch);
    if (known) return known;
    const place = bind(holder.site, epoch, holder.accountId);
    const opening = openWith(holder.privateKey, SITE_KEY, place, grant.sealedSiteKey);
    opened.set(epoch, opening);
    return opening;
  };

  return {
    epoch: newest?.epoch ?? 0,
    async openCaseKey(epoch, caseId, wrapped) {
      const key = await openWith(
        await sitePrivateKey(epoch),
        CASE_KEY,
        bind(holder.site, epoch, caseId),
        wrapped,
      );
      return key as Uint8Array as CaseKey;
    },
    sealCaseKey(caseId, key) {
      if (!newest) return Promise.reject(new AppError("sealBroken"));
      return sealCaseKeyTo(newest.publicKey, { site: holder.site, epoch: newest.epoch, caseId }, key);
    },
    async openName(epoch, accountId, sealed) {
      const key = directoryKey(await sitePrivateKey(epoch));
      return openBytes(key, bind(holder.site, epoch, accountId), sealed).toString("utf8");
    },
  };
}

/** Names are opened by the dozen, so they get one symmetric key instead of an HPKE seal each. */
const directoryKey = (sitePrivateKey: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", sitePrivateKey, "", bind("weact/directory/v1"), 32));
