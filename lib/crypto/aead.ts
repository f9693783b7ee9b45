import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { AppError } from "../errors";

const VERSION = 1;
const AES_256_GCM = 1;
const HEADER_BYTES = 2;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts and authenticates under a 32-byte key: `version | suite | nonce (12) | ciphertext | tag (16)`.
 * Nonces are random, which is safe because a key here seals few records (NIST SP 800-38D, section 8.3).
 *
 * @param associated what the ciphertext belongs to; opening with anything else fails
 */
export function sealBytes(
  key: Uint8Array,
  associated: Uint8Array,
  plaintext: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const header = Buffer.from([VERSION, AES_256_GCM]);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.concat([header, associated]));
  return new Uint8Array(
    Buffer.concat([header, nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]),
  );
}

/** @throws AppError `sealBroken` when anything differs from what was sealed */
export function openBytes(key: Uint8Array, associated: Uint8Array, sealed: Uint8Array): Buffer {
  if (sealed.length < HEADER_BYTES + NONCE_BYTES + TAG_BYTES) throw new AppError("sealBroken");
  const header = sealed.subarray(0, HEADER_BYTES);
  if (header[0] !== VERSION || header[1] !== AES_256_GCM) throw new AppError("sealBroken");
  try {
    const decipher = createDecipheriv(
      "aes-256-gcm",
      key,
      sealed.subarray(HEADER_BYTES, HEADER_BYTES + NONCE_BYTES),
    );
    decipher.setAAD(Buffer.concat([header, associated]));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const body = sealed.subarray(HEADER_BYTES + NONCE_BYTES, -TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    throw new AppError("sealBroken");
  }
}

/** An unambiguous encoding of several values, for associated data and key derivation. */
export function bind(...parts: (string | number)[]): Buffer {
  return Buffer.from(JSON.stringify(parts));
}
