import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { publicKeyOf } from "../crypto/hpke";
import { emailLookup, sessionHash } from "../crypto/lookup";
import { derivePassphraseKeys, unwrapUserKey } from "../crypto/passphrase";
import { wrapForSession } from "../crypto/session";
import { surfaceDb } from "../db/client";
import { deriveSecret } from "../env";
import { AppError } from "../errors";
import { admits, forgetFailures, recordFailure, signInWait } from "../limits/limiter";
import { berlinDay } from "../time/rules";
import { ABSOLUTE_MS, hasFactor, IDLE_MS, mayStillSignIn } from "./rules";
import type { SignIn } from "./schema";
import type { Device, NewSession, Proof } from "./types";

export type { NewSession } from "./types";

export type SignInResult =
  | { ok: true; session: NewSession }
  /** The passphrase is right; a second factor has to follow. */
  | { ok: false; reason: "factor"; proof: Proof }
  | { ok: false; reason: "wrong" | "locked" }
  | { ok: false; reason: "wait"; seconds: number };

/** What a network is told to wait that tries more often than a whole office would. */
export const BUSY_SECONDS = 60;

const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * Proves who is asking and opens a session, or asks for the second factor. Unknown accounts and wrong passphrases
 * get the same answer after the same work.
 *
 * @param address the client's network address; used for delays, never stored
 * @param knownBrowser whether this browser has signed in to the account before
 */
export async function openSession(
  { email, passphrase }: SignIn,
  address: string,
  now: Date,
  knownBrowser = false,
  device: Device = "computer",
): Promise<SignInResult> {
  const lookup = emailLookup(email);
  const mark = markOf(lookup);
  const seconds = secondsToWait(mark, address, now, knownBrowser);
  if (seconds > 0) return { ok: false, reason: "wait", seconds };

  const account = await surfaceDb("auth").account.findUnique({
    where: { emailLookup: lookup },
    include: { passkeys: { select: { credentialId: true }, take: 1 } },
  });
  const salt = account?.kdfSalt ?? deriveSecret("nobody").subarray(0, 16);
  const keys = await derivePassphraseKeys(passphrase, salt, account?.id ?? NOBODY);
  const right = timingSafeEqual(keys.verifier, account?.verifier ?? deriveSecret("nobody"));
  if (!account || !right || account.disabledOn) {
    recordFailure(mark, address, now);
    return { ok: false, reason: "wrong" };
  }
  if (!mayStillSignIn(account.lastSeenOn, now)) return { ok: false, reason: "locked" };
  const { id: accountId, wrappedByPassphrase } = account;
  const userKey = unwrapUserKey(
    "account.wrapped_by_passphrase",
    accountId,
    keys.wrappingKey,
    wrappedByPassphrase,
  );
  // Failures are forgotten when everything is proven: else the passphrase alone would give endless tries at codes.
  if (hasFactor(account)) {
    const proof: Proof = { accountId, userKey, by: "passphrase", factor: false, state: stateOf(account) };
    return { ok: false, reason: "factor", proof };
  }
  forgetFailures(mark, address, now);
  return {
    ok: true,
    session: await storeSession({ accountId, userKey, mark, verifier: account.verifier }, device, now),
  };
}

/** How an account is named in the counters of failures, and in the cookie of a browser that knows it. */
export const markOf = (lookup: Uint8Array): string => Buffer.from(lookup).toString("base64url");

/** How long somebody has to wait before trying to prove anything; counts the try. */
export const secondsToWait = (mark: string, address: string, now: Date, knownBrowser = false): number =>
  admits("signIn", address, now) ? signInWait(mark, address, knownBrowser, now) : BUSY_SECONDS;

type Credentials = { publicKey: Uint8Array; verifier: Uint8Array; wrappedByRecovery: Uint8Array | null };

/** See `Proof.state`. */
export const stateOf = ({ publicKey, verifier, wrappedByRecovery }: Credentials): string =>
  createHash("sha256")
    .update(publicKey)
    .update(verifier)
    .update(wrappedByRecovery ?? "none")
    .digest("base64url");

/** Somebody who has proven who they are. `verifier` is the one of the passphrase that still had to hold then. */
type Proven = { accountId: string; userKey: Uint8Array; mark: string; verifier?: Uint8Array<ArrayBuffer> };

/**
 * Opens a session for somebody who has proven who they are, and notes the day. The account's row is held meanwhile, so
 * that no session outlives a reset, a new passphrase or a lock that came between the proof and this.
 *
 * @throws AppError `notFound` when the proof is worth nothing any more
 */
export async function storeSession(
  { accountId, userKey, mark, verifier }: Proven,
  device: Device,
  now: Date,
): Promise<NewSession> {
  await sweepSessions(now);
  const sessionId = randomBytes(32).toString("base64url");
  const sessionKey = randomBytes(32);
  const idHash = sessionHash(sessionId);
  const sealedUserKey = wrapForSession({ idHash, accountId, sessionKey }, userKey);
  const publicKey = publicKeyOf(userKey);
  const proven = { id: accountId, publicKey, disabledOn: null, ...(verifier ? { verifier } : {}) };
  await surfaceDb("auth").$transaction(async (tx) => {
    const data = { lastSeenOn: new Date(berlinDay(now)) };
    if ((await tx.account.updateMany({ where: proven, data })).count === 0) throw new AppError("notFound");
    await tx.staffSession.createMany({
      data: [{ idHash, accountId, sealedUserKey, device, openedAt: now, seenAt: now }],
    });
  });
  return { accountId, sessionId, sessionKey: sessionKey.toString("base64url"), mark };
}

/** Ends a session at once; ending one that is over already is no error. */
export async function endSession(sessionId: string): Promise<void> {
  await surfaceDb("auth").staffSession.deleteMany({ where: { idHash: sessionHash(sessionId) } });
}

/** Removes sessions that have run out. */
export async function sweepSessions(now: Date): Promise<void> {
  await surfaceDb("jobs").staffSession.deleteMany({
    where: {
      OR: [
        { seenAt: { lt: new Date(now.getTime() - IDLE_MS) } },
        { openedAt: { lt: new Date(now.getTime() - ABSOLUTE_MS) } },
      ],
    },
  });
}
