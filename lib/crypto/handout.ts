import { createCipheriv, pbkdf2, randomBytes, randomInt } from "node:crypto";
import { promisify } from "node:util";

const DIGITS = 24;

/** What browsers can do by themselves; Argon2id they cannot. The code's 80 random bits carry the load. */
const ITERATIONS = 600_000;

/** A file for a person, as its own page opens it with the browser's WebCrypto. All of it is base64. */
export type Handout = {
  kdf: "PBKDF2-SHA-256";
  iterations: number;
  salt: string;
  cipher: "AES-256-GCM";
  nonce: string;
  /** Ciphertext and tag. */
  sealed: string;
};

/** A code that opens one file: 24 random digits, which exist on every keyboard. */
export const newHandoutCode = (): string => Array.from({ length: DIGITS }, () => randomInt(10)).join("");

export const isHandoutCode = (typed: string): boolean => new RegExp(`^\\d{${DIGITS}}$`).test(typed);

/** In groups of four, as it is shown and written down. */
export const formatHandoutCode = (code: string): string => code.match(/.{4}/g)?.join(" ") ?? code;

/** Encrypts what a person is given under a code. */
export async function sealHandout(code: string, content: string): Promise<Handout> {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const key = await promisify(pbkdf2)(code, salt, ITERATIONS, 32, "sha256");
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const sealed = Buffer.concat([cipher.update(content, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return {
    kdf: "PBKDF2-SHA-256",
    iterations: ITERATIONS,
    salt: salt.toString("base64"),
    cipher: "AES-256-GCM",
    nonce: nonce.toString("base64"),
    sealed: sealed.toString("base64"),
  };
}
