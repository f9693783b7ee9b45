import { hkdfSync } from "node:crypto";
import { bind, openBytes, sealBytes } from "./aead";
import type { SiteColumn } from "./contract";
import { pad, unpad } from "./padding";

/** Where something that a whole site reads is sealed. All of it is bound into the seal. */
export type RecordPlace = { column: SiteColumn; site: string; epoch: number; recordId: string };

/**
 * Seals a text that everybody at a site may read. These are opened by the dozen, so they get one symmetric key
 * a column, derived from the site's private key, instead of an HPKE seal each.
 */
export const sealRecord = (
  sitePrivateKey: Uint8Array,
  place: RecordPlace,
  text: string,
): Uint8Array<ArrayBuffer> =>
  sealBytes(keyOf(sitePrivateKey, place), boundTo(place), pad(Buffer.from(text, "utf8")));

/** @throws AppError `sealBroken` when it was sealed under another key or for another place */
export const openRecord = (sitePrivateKey: Uint8Array, place: RecordPlace, sealed: Uint8Array): string =>
  unpad(openBytes(keyOf(sitePrivateKey, place), boundTo(place), sealed)).toString("utf8");

const keyOf = (sitePrivateKey: Uint8Array, { column }: RecordPlace): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", sitePrivateKey, "", bind("weact/site-record/v1", column), 32));

const boundTo = ({ column, site, epoch, recordId }: RecordPlace): Buffer =>
  bind("v1", column, site, epoch, recordId);
