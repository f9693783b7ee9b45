import { hashRaw } from "@node-rs/argon2";
import { ARGON2ID } from "./argon2";

/** Slow on purpose: 64 MiB and three passes for every key that somebody tries, as for passphrases. */
const COST = { algorithm: ARGON2ID, memoryCost: 65_536, timeCost: 3, parallelism: 1, outputLen: 8 };

const DIGITS = 12;

/**
 * The short code by which two people make sure, face to face or by phone, that both see the same key: twelve
 * digits, 40 bits. Short is enough, because each attempt to make a key with a given code costs an Argon2id
 * (0.1 s and 64 MiB); a code would take some thousand years of a processor. Bound to the account, so no work can be
 * done ahead.
 *
 * @param publicKey the user's X25519 public key
 */
export async function fingerprintOf(accountId: string, publicKey: Uint8Array): Promise<string> {
  const salt = new Uint8Array(Buffer.from(`weact/fingerprint/${accountId}`));
  const hash = await hashRaw(publicKey, { ...COST, salt });
  return String(Buffer.from(hash).readBigUInt64BE() % 10n ** BigInt(DIGITS)).padStart(DIGITS, "0");
}

/** The code as it is shown and read out: `123 456 789 012`. */
export const formatFingerprint = (digits: string): string => (digits.match(/\d{3}/g) ?? []).join(" ");

/** Compares what somebody typed with a code; spaces and dashes do not count. */
export const isFingerprint = (typed: string, digits: string): boolean =>
  typed.replace(/[\s-]/g, "") === digits;
