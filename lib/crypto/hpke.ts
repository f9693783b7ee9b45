import { createPrivateKey, createPublicKey } from "node:crypto";
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import { AppError } from "../errors";

const VERSION = 1;
const X25519_AES_256_GCM = 1;
const HEADER_BYTES = 2;
const ENC_BYTES = 32;

const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** An X25519 key pair, raw (32 bytes each). */
export type KeyPair = { publicKey: Uint8Array<ArrayBuffer>; privateKey: Uint8Array<ArrayBuffer> };

export async function newKeyPair(): Promise<KeyPair> {
  const pair = await suite.kem.generateKeyPair();
  return {
    publicKey: new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey)),
    privateKey: new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey)),
  };
}

/**
 * The public half that belongs to a private one: what a stored public key is checked against.
 *
 * Read as a JWK (RFC 8037), which takes a tenth of the time that DER does. Its `x` is what is asked for here; Node
 * computes it from `d`.
 */
export function publicKeyOf(privateKey: Uint8Array): Uint8Array<ArrayBuffer> {
  const d = Buffer.from(privateKey).toString("base64url");
  const key = createPrivateKey({ format: "jwk", key: { kty: "OKP", crv: "X25519", d, x: "" } });
  const { x = "" } = createPublicKey(key).export({ format: "jwk" });
  return new Uint8Array(Buffer.from(x, "base64url"));
}

/**
 * Seals to a public key with HPKE base mode (RFC 9180): `version | suite | enc (32) | ciphertext`.
 *
 * @param info what the seal is for; part of the key schedule
 * @param associated what the content belongs to
 */
export async function sealTo(
  publicKey: Uint8Array,
  info: string,
  associated: Uint8Array,
  plaintext: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const header = Buffer.from([VERSION, X25519_AES_256_GCM]);
  const recipientPublicKey = await suite.kem.deserializePublicKey(ownBuffer(publicKey));
  const { enc, ct } = await suite.seal(
    { recipientPublicKey, info: ownBuffer(Buffer.from(info)) },
    ownBuffer(plaintext),
    ownBuffer(Buffer.concat([header, associated])),
  );
  return new Uint8Array(Buffer.concat([header, Buffer.from(enc), Buffer.from(ct)]));
}

/** @throws AppError `sealBroken` when it was sealed to another key, for something else, or altered */
export async function openWith(
  privateKey: Uint8Array,
  info: string,
  associated: Uint8Array,
  sealed: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const header = sealed.subarray(0, HEADER_BYTES);
  if (header[0] !== VERSION || header[1] !== X25519_AES_256_GCM) throw new AppError("sealBroken");
  try {
    const recipientKey = await keyPairOf(privateKey);
    const enc = ownBuffer(sealed.subarray(HEADER_BYTES, HEADER_BYTES + ENC_BYTES));
    const plaintext = await suite.open(
      { recipientKey, enc, info: ownBuffer(Buffer.from(info)) },
      ownBuffer(sealed.subarray(HEADER_BYTES + ENC_BYTES)),
      ownBuffer(Buffer.concat([header, associated])),
    );
    return new Uint8Array(plaintext);
  } catch {
    throw new AppError("sealBroken");
  }
}

/**
 * Keys as the library wants them, as long as somebody holds their bytes: a search opens thousands of seals with one, and
 * reading it and deriving its public half costs more than opening.
 */
const keyPairs = new WeakMap<Uint8Array, Promise<CryptoKeyPair>>();

function keyPairOf(privateKey: Uint8Array): Promise<CryptoKeyPair> {
  const known = keyPairs.get(privateKey);
  if (known) return known;
  const reading = readKeyPair(privateKey);
  keyPairs.set(privateKey, reading);
  return reading;
}

const readKeyPair = async (privateKey: Uint8Array): Promise<CryptoKeyPair> => ({
  privateKey: await suite.kem.deserializePrivateKey(ownBuffer(privateKey)),
  publicKey: await suite.kem.deserializePublicKey(ownBuffer(publicKeyOf(privateKey))),
});

/** The library takes ArrayBuffers; a view into Node's shared pool must be copied out of it. */
const ownBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
