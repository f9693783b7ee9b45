import { createHmac, hkdfSync } from "node:crypto";
import { hashRaw } from "@node-rs/argon2";
import { deriveSecret } from "../env";
import { bind, openBytes, sealBytes } from "./aead";
import { ARGON2ID } from "./argon2";
import type { CaseKey } from "./content";

const DIGITS = 25;
const LENGTH = DIGITS + 1;

/** Argon2id at OWASP's first recommended setting, 19 MiB and 2 passes: a receipt holds 83 random bits already. */
export const RECEIPT_COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

declare const receiptBrand: unique symbol;

/** 25 digits and a check digit, without spaces. Whoever holds it reads the thread: it is never stored or logged. */
export type Receipt = string & { readonly [receiptBrand]: true };

/** What a receipt opens: the thread's address in the database, and the key that unwraps the case key. */
export type ReceiptKeys = { lookupId: Uint8Array<ArrayBuffer>; key: Uint8Array };

/**
 * The receipt of one form at one site. The same form sent again yields the same receipt, without it being
 * stored; without the server's secret nobody can work it out from the form.
 */
export function receiptFor(nonce: string, site: string): Receipt {
  const mac = createHmac("sha256", deriveSecret("receipt")).update(bind(nonce, site)).digest("hex");
  const digits = (BigInt(`0x${mac}`) % 10n ** BigInt(DIGITS)).toString().padStart(DIGITS, "0");
  return (digits + checkDigit(digits)) as Receipt;
}

/**
 * Reads a receipt as people type it: digits of any script, with spaces, dashes or invisible marks between.
 *
 * @returns null when it cannot be a receipt (wrong length or check digit)
 */
export function parseReceipt(typed: string): Receipt | null {
  const digits = Array.from(typed.normalize("NFKC"), latinDigit).join("");
  if (digits.length !== LENGTH || /[^0-9]/.test(digits)) return null;
  return checkDigit(digits.slice(0, DIGITS)) === digits.at(-1) ? (digits as Receipt) : null;
}

/** In groups of five, the last of six: the way it is shown and printed. */
export const formatReceipt = (receipt: Receipt): string =>
  `${receipt.slice(0, 20).match(/.{5}/g)?.join(" ")} ${receipt.slice(20)}`;

export async function deriveReceiptKeys(receipt: Receipt): Promise<ReceiptKeys> {
  const pepper = deriveSecret("receipt-pepper");
  // The lookup must be repeatable from the receipt alone, so the salt is the deployment's, not the record's.
  const salt = createHmac("sha256", pepper).update("salt").digest().subarray(0, 16);
  const stretched = await hashRaw(receipt, { ...RECEIPT_COST, salt, secret: pepper, outputLen: 32 });
  return { lookupId: expand(stretched, "lookup"), key: expand(stretched, "key") };
}

/**
 * Where a further thread of the same receipt is found: that of a case which another site has taken over. Whoever only
 * knows one of the two places cannot tell that they belong together.
 */
export const furtherLookup = (
  receiptKey: Uint8Array,
  { site, caseId }: { site: string; caseId: string },
): Uint8Array<ArrayBuffer> =>
  new Uint8Array(hkdfSync("sha256", receiptKey, "", bind("weact/receipt/v1", "further", site, caseId), 32));

/** Wraps the case key under the receipt: the second of its two wraps. */
export const wrapForReceipt = (
  receipt: Pick<ReceiptKeys, "key">,
  ref: { site: string; caseId: string },
  key: CaseKey,
): Uint8Array<ArrayBuffer> => sealBytes(receipt.key, wrapPlace(ref), key);

/** @throws AppError `sealBroken` when the wrap is another receipt's or case's */
export const unwrapWithReceipt = (
  receiptKey: Uint8Array,
  ref: { site: string; caseId: string },
  wrapped: Uint8Array,
): CaseKey => openBytes(receiptKey, wrapPlace(ref), wrapped) as Uint8Array as CaseKey;

const wrapPlace = ({ site, caseId }: { site: string; caseId: string }): Uint8Array =>
  bind("mailbox_key.wrapped_key", site, caseId);

/** ISO/IEC 7064, MOD 11,10: finds every single wrong digit and nearly every swap of neighbours. */
function checkDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

/** Unicode keeps the ten digits of a script side by side; where two scripts adjoin, the next ten begin. */
function latinDigit(character: string): string {
  if (/[0-9]/.test(character)) return character;
  if (/[\s\p{P}\p{Cf}\p{S}]/u.test(character)) return "";
  if (!/\p{Nd}/u.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}

const expand = (secret: Uint8Array, use: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(hkdfSync("sha256", secret, "", bind("weact/receipt/v1", use), 32));
