import { hkdfSync, randomBytes } from "node:crypto";
import { AppError } from "../errors";
import { bind, openBytes, sealBytes } from "./aead";
import type { CaseColumn } from "./contract";
import { pad, unpad } from "./padding";

declare const caseKeyBrand: unique symbol;

/** The random 32-byte key of one case. */
export type CaseKey = Uint8Array & { readonly [caseKeyBrand]: true };

/** Where a sealed value stands. All of it is bound into the seal, so a value opens nowhere else. */
export type Place = {
  column: CaseColumn;
  site: string;
  caseId: string;
  /** The row's id; for a case's own columns, the case id. */
  recordId: string;
  author: "person" | "site";
  /** The letter's or event's number within the case; 0 where order plays no part. */
  seq: number;
};

export const newCaseKey = (): CaseKey => new Uint8Array(randomBytes(32)) as CaseKey;

/** Seals what somebody wrote, padded to a size class. */
export function sealText(key: CaseKey, place: Place, text: string): Uint8Array<ArrayBuffer> {
  return sealBytes(fieldKey(key, place), placeBytes(place), pad(Buffer.from(text, "utf8")));
}

/** @throws AppError `sealBroken` when the value was not sealed for this very place under this key */
export function openText(key: CaseKey, place: Place, sealed: Uint8Array): string {
  return unpad(openBytes(fieldKey(key, place), placeBytes(place), sealed)).toString("utf8");
}

/**
 * The text, or null where it cannot be opened: one damaged or forged record must not close all the others.
 */
export function openTextOrNull(key: CaseKey, place: Place, sealed: Uint8Array): string | null {
  try {
    return openText(key, place, sealed);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** A key a record and column (HKDF-SHA-256, RFC 5869), so no two records share one. */
function fieldKey(key: CaseKey, { recordId, column }: Place): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", key, recordId, bind("weact/field/v1", column), 32));
}

const placeBytes = ({ column, site, caseId, recordId, author, seq }: Place): Buffer =>
  bind("v1", column, site, caseId, recordId, author, seq);
