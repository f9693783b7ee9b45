import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
} from "node:crypto";

/**
 * HPKE base mode (RFC 9180) written from the text of the RFC on Node's own primitives: DHKEM(X25519, HKDF-SHA256),
 * HKDF-SHA256 and AES-GCM, single shot. It exists to check the library that lib/crypto uses against something
 * that shares no code with it.
 */
export type Suite = { aeadId: 1 | 2; cipher: "aes-128-gcm" | "aes-256-gcm"; keyBytes: 16 | 32 };

export const AES_128: Suite = { aeadId: 1, cipher: "aes-128-gcm", keyBytes: 16 };
export const AES_256: Suite = { aeadId: 2, cipher: "aes-256-gcm", keyBytes: 32 };

const KEM_ID = 0x0020;
const KDF_ID = 0x0001;
const TAG = 16;
const PKCS8 = Buffer.from("302e020100300506032b656e04220420", "hex");
const SPKI = Buffer.from("302a300506032b656e032100", "hex");

const KEM_SUITE = Buffer.concat([Buffer.from("KEM"), number(KEM_ID)]);
const suiteId = ({ aeadId }: Suite): Buffer =>
  Buffer.concat([Buffer.from("HPKE"), number(KEM_ID), number(KDF_ID), number(aeadId)]);

/** Section 6.1: the sender's ephemeral private key is given, so that a vector can be repeated. */
export function seal(
  suite: Suite,
  ephemeral: Buffer,
  to: Buffer,
  info: Buffer,
  associated: Buffer,
  plaintext: Buffer,
) {
  const enc = publicKeyOf(ephemeral);
  const { key, nonce } = keySchedule(suite, sharedSecret(agree(ephemeral, to), enc, to), info);
  const cipher = createCipheriv(suite.cipher, key, nonce).setAAD(associated);
  return { enc, ciphertext: Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]) };
}

export function open(
  suite: Suite,
  privateKey: Buffer,
  enc: Buffer,
  info: Buffer,
  associated: Buffer,
  sealed: Buffer,
) {
  const secret = sharedSecret(agree(privateKey, enc), enc, publicKeyOf(privateKey));
  const { key, nonce } = keySchedule(suite, secret, info);
  const decipher = createDecipheriv(suite.cipher, key, nonce)
    .setAAD(associated)
    .setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()]);
}

export function publicKeyOf(privateKey: Buffer): Buffer {
  return createPublicKey(importPrivate(privateKey)).export({ format: "der", type: "spki" }).subarray(-32);
}

/** Section 4.1, ExtractAndExpand. */
function sharedSecret(dh: Buffer, enc: Buffer, recipient: Buffer): Buffer {
  const prk = labeledExtract(KEM_SUITE, Buffer.alloc(0), "eae_prk", dh);
  return labeledExpand(KEM_SUITE, prk, "shared_secret", Buffer.concat([enc, recipient]), 32);
}

/** Section 5.1, mode 0 without a pre-shared key; sequence number 0, so the base nonce is the nonce. */
function keySchedule(suite: Suite, secret: Buffer, info: Buffer): { key: Buffer; nonce: Buffer } {
  const id = suiteId(suite);
  const none = Buffer.alloc(0);
  const idHash = labeledExtract(id, none, "psk_id_hash", none);
  const infoHash = labeledExtract(id, none, "info_hash", info);
  const context = Buffer.concat([Buffer.from([0]), idHash, infoHash]);
  const prk = labeledExtract(id, secret, "secret", none);
  return {
    key: labeledExpand(id, prk, "key", context, suite.keyBytes),
    nonce: labeledExpand(id, prk, "base_nonce", context, 12),
  };
}

/** Section 4: HKDF-Extract is one HMAC keyed with the salt. */
const labeledExtract = (suite: Buffer, salt: Buffer, label: string, input: Buffer): Buffer =>
  createHmac("sha256", salt)
    .update(Buffer.concat([Buffer.from("HPKE-v1"), suite, Buffer.from(label), input]))
    .digest();

function labeledExpand(suite: Buffer, prk: Buffer, label: string, info: Buffer, length: number): Buffer {
  const labeled = Buffer.concat([number(length), Buffer.from("HPKE-v1"), suite, Buffer.from(label), info]);
  // One block is enough for every length here: T(1) of RFC 5869.
  return createHmac("sha256", prk)
    .update(labeled)
    .update(Buffer.from([1]))
    .digest()
    .subarray(0, length);
}

const agree = (privateKey: Buffer, publicKey: Buffer): Buffer =>
  diffieHellman({
    privateKey: importPrivate(privateKey),
    publicKey: createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: "der", type: "spki" }),
  });

const importPrivate = (raw: Buffer) =>
  createPrivateKey({ key: Buffer.concat([PKCS8, raw]), format: "der", type: "pkcs8" });

function number(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}
