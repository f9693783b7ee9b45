import { createHash } from "node:crypto";
import { combine, split } from "shamir-secret-sharing";
import { fromBase32, inGroups, toBase32 } from "./base32";

const VERSION = 1;
const SHARES = 3;
const NEEDED = 2;
const SET_BYTES = 2;
const CHECK_BYTES = 4;
/** The library appends one byte to the 32 of the secret: which share it is. */
const SHARE_BYTES = 33;

export type ShareProblem = "unreadable" | "otherSet" | "sameTwice";

/**
 * Splits the private half of a site's recovery key into three printed shares of which any two suffice (Shamir,
 * over GF(2^8)): `version (1) | set (2) | share (33) | check (4)`, in Crockford's base 32.
 *
 * @param publicKey names the set, so that shares of different prints are told apart
 */
export async function splitRecoveryKey(privateKey: Uint8Array, publicKey: Uint8Array): Promise<string[]> {
  const shares = await split(new Uint8Array(privateKey), SHARES, NEEDED);
  return shares.map((share) => {
    const body = Buffer.concat([Buffer.from([VERSION]), setOf(publicKey), share]);
    return inGroups(toBase32(Buffer.concat([body, checkOf(body)])));
  });
}

/** Puts two shares together again, or says what is wrong with them. */
export async function combineShares(
  typed: [string, string],
): Promise<{ ok: true; privateKey: Uint8Array } | { ok: false; problem: ShareProblem; which: number }> {
  const [first, second] = [readShare(typed[0]), readShare(typed[1])];
  if (!first) return { ok: false, problem: "unreadable", which: 0 };
  if (!second) return { ok: false, problem: "unreadable", which: 1 };
  if (!first.set.equals(second.set)) return { ok: false, problem: "otherSet", which: 1 };
  if (first.share.at(-1) === second.share.at(-1)) return { ok: false, problem: "sameTwice", which: 1 };
  const privateKey = await combine([new Uint8Array(first.share), new Uint8Array(second.share)]);
  return { ok: true, privateKey };
}

function readShare(typed: string): { set: Buffer; share: Buffer } | null {
  const bytes = Buffer.from(fromBase32(typed) ?? []);
  const bodyBytes = 1 + SET_BYTES + SHARE_BYTES;
  const body = bytes.subarray(0, bodyBytes);
  if (bytes.length !== bodyBytes + CHECK_BYTES || body[0] !== VERSION) return null;
  if (!bytes.subarray(bodyBytes).equals(checkOf(body))) return null;
  return { set: body.subarray(1, 1 + SET_BYTES), share: body.subarray(1 + SET_BYTES) };
}

const setOf = (publicKey: Uint8Array): Buffer =>
  createHash("sha256").update(publicKey).digest().subarray(0, SET_BYTES);

/** Notices a wrong letter before two shares are put together to something that opens nothing. */
const checkOf = (body: Uint8Array): Buffer =>
  createHash("sha256").update("weact/share/v1").update(body).digest().subarray(0, CHECK_BYTES);
