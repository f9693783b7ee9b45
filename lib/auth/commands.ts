import { randomBytes, timingSafeEqual } from "node:crypto";
import { emailLookup, sessionHash } from "../crypto/lookup";
import { derivePassphraseKeys, unwrapUserKey } from "../crypto/passphrase";
import { wrapForSession } from "../crypto/session";
import { surfaceDb } from "../db/client";
import { deriveSecret } from "../env";
import { admits, forgetFailures, recordFailure, signInWait } from "../limits/limiter";
import { ABSOLUTE_MS, IDLE_MS } from "./rules";
import type { SignIn } from "./schema";

/** The two halves of a session: an id the server looks up, and a key only the browser holds. */
export type NewSession = { accountId: string; sessionId: string; sessionKey: string };

export type SignInResult =
  | { ok: true; session: NewSession }
  | { ok: false; reason: "wrong" }
  | { ok: false; reason: "wait"; seconds: number };

/** What a network is told to wait that tries more often than a whole office would. */
const BUSY_SECONDS = 60;

const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * Proves who is asking and opens a session. Unknown accounts and wrong passphrases get the same answer after
 * the same work.
 *
 * @param address the client's network address; used for delays, never stored
 * @param knownBrowser whether this browser has signed in to the account before
 */
export async function openSession(
  { email, passphrase }: SignIn,
  address: string,
  now: Date,
  knownBrowser = false,
): Promise<SignInResult> {
  const lookup = emailLookup(email);
  const name = Buffer.from(lookup).toString("base64");
  const seconds = admits("signIn", address, now)
    ? signInWait(name, address, knownBrowser, now)
    : BUSY_SECONDS;
  if (seconds > 0) return { ok: false, reason: "wait", seconds };

  const account = await surfaceDb("auth").account.findUnique({ where: { emailLookup: lookup } });
  const salt = account?.kdfSalt ?? deriveSecret("nobody").subarray(0, 16);
  const keys = await derivePassphraseKeys(passphrase, salt, account?.id ?? NOBODY);
  const right = timingSafeEqual(keys.verifier, account?.verifier ?? deriveSecret("nobody"));
  if (!account || !right || account.disabledOn) {
    recordFailure(name, address, now);
    return { ok: false, reason: "wrong" };
  }

  forgetFailures(name, address, now);
  await sweepSessions(now);
  const userKey = unwrapUserKey(
    "account.wrapped_by_passphrase",
    account.id,
    keys.wrappingKey,
    account.wrappedByPassphrase,
  );
  return { ok: true, session: await storeSession(account.id, userKey, now) };
}

async function storeSession(accountId: string, userKey: Uint8Array, now: Date): Promise<NewSession> {
  const sessionId = randomBytes(32).toString("base64url");
  const sessionKey = randomBytes(32);
  const idHash = sessionHash(sessionId);
  const sealedUserKey = wrapForSession({ idHash, accountId, sessionKey }, userKey);
  await surfaceDb("auth").staffSession.createMany({
    data: [{ idHash, accountId, sealedUserKey, openedAt: now, seenAt: now }],
  });
  return { accountId, sessionId, sessionKey: sessionKey.toString("base64url") };
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
