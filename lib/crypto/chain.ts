import { createHmac, timingSafeEqual } from "node:crypto";
import { deriveSecret } from "../env";
import { bind } from "./aead";

/** An entry of a site's history as the chain sees it: what stands in its row, sealed as it is. */
export type Link = {
  seq: number;
  caseId: string;
  /** The person's letter that the entry says came in. */
  letter: number | null;
  /** The consent that the entry says the person decided on, and whether they answered or took back. */
  consentId: string | null;
  consentPart: string | null;
  /** Its number within the case, from before there was a chain. */
  formerSeq: number | null;
  sealedDetail: Uint8Array;
};

/** What the first entry of a site follows. */
export const NO_LINK: Uint8Array<ArrayBuffer> = new Uint8Array();

/**
 * The hash of an entry covers the hash before it, so none can be taken out, put in or changed without all later ones
 * being made anew; and it is keyed with a secret that the database does not hold, so whoever writes there cannot.
 */
export function linkHash(site: string, previous: Uint8Array, link: Link): Uint8Array<ArrayBuffer> {
  const { seq, caseId, letter, consentId, consentPart, formerSeq, sealedDetail } = link;
  const before = Buffer.from(previous).toString("hex");
  const parts = [before, site, seq, caseId, letter ?? 0, formerSeq ?? 0];
  // Entries from before decisions entered the history keep the hash that they have.
  const bound = consentId ? bind("v2", ...parts, consentId, consentPart ?? "") : bind("v1", ...parts);
  return new Uint8Array(
    createHmac("sha256", deriveSecret("journal-chain")).update(bound).update(sealedDetail).digest(),
  );
}

export const isSameHash = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other);
