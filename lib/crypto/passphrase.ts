import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { hashRaw } from "@node-rs/argon2";
import { deriveSecret } from "../env";
import { bind, openBytes, sealBytes } from "./aead";
import { ARGON2ID } from "./argon2";
import { inGroups, symbolsOf, toBase32 } from "./base32";

/**
 * Argon2id for passphrases: 64 MiB, 3 passes, 1 lane, above the second recommended option of RFC 9106
 * (section 4) in passes per memory and OWASP's minimum in both; about 0.1 s.
 */
const PASSPHRASE_COST = { algorithm: ARGON2ID, memoryCost: 65_536, timeCost: 3, parallelism: 1 };

export const newSalt = (): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(16));

/** What a passphrase yields: a value to compare at sign-in, and the key that unwraps the user key. */
export type PassphraseKeys = { verifier: Uint8Array<ArrayBuffer>; wrappingKey: Uint8Array };

/**
 * One Argon2id, then HKDF into two independent values, so that the stored verifier does not help to unwrap.
 * The pepper is not in the database: a dump alone allows no guessing.
 */
export async function derivePassphraseKeys(
  passphrase: string,
  salt: Uint8Array,
  accountId: string,
): Promise<PassphraseKeys> {
  // Keyboards differ in how they compose the same letters; NFKC makes them equal (RFC 8265 uses the same idea).
  const stretched = await hashRaw(passphrase.normalize("NFKC"), { ...PASSPHRASE_COST, salt, outputLen: 32 });
  const secret = Buffer.concat([stretched, pepperFor(accountId)]);
  return { verifier: expand(secret, "verifier"), wrappingKey: expand(secret, "wrapping") };
}

/** 160 random bits in Crockford's base 32, in eight groups of four, to be printed. */
export const newRecoveryCode = (): string => inGroups(toBase32(randomBytes(20)));

/** The key that a recovery code yields. The code is random, so it needs no stretching. */
export function deriveRecoveryKey(code: string, accountId: string): Uint8Array {
  return expand(Buffer.concat([Buffer.from(symbolsOf(code)), pepperFor(accountId)]), "recovery");
}

/** Wraps a user's private key; `by` is the column it is meant for. */
export const wrapUserKey = (by: WrapColumn, accountId: string, key: Uint8Array, privateKey: Uint8Array) =>
  sealBytes(key, bind(by, accountId), privateKey);

/** @throws AppError `sealBroken` for a wrong key */
export const unwrapUserKey = (
  by: WrapColumn,
  accountId: string,
  key: Uint8Array,
  wrapped: Uint8Array,
): Uint8Array => openBytes(key, bind(by, accountId), wrapped);

type WrapColumn = "account.wrapped_by_passphrase" | "account.wrapped_by_recovery" | "passkey.wrapped_by_prf";

/** The key that a passkey's PRF output yields (W3C WebAuthn level 3, prf extension): 32 random bytes, not stretched. */
export const derivePrfKey = (prf: Uint8Array, accountId: string): Uint8Array =>
  expand(Buffer.concat([prf, pepperFor(accountId)]), "prf");

/** Seals the secret of somebody's authenticator app: it opens only where the user key is. */
export const sealTotpSecret = (userKey: Uint8Array, accountId: string, secret: Uint8Array) =>
  sealBytes(expand(userKey, "totp"), bind("account.sealed_totp", accountId), secret);

/** @throws AppError `sealBroken` for another user key */
export const openTotpSecret = (userKey: Uint8Array, accountId: string, sealed: Uint8Array): Uint8Array =>
  openBytes(expand(userKey, "totp"), bind("account.sealed_totp", accountId), sealed);

const pepperFor = (accountId: string): Buffer =>
  createHmac("sha256", deriveSecret("pepper")).update(accountId).digest();

const expand = (secret: Uint8Array, use: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(hkdfSync("sha256", secret, "", bind("weact/account/v1", use), 32));
