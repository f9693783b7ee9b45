import { markOf, secondsToWait, stateOf, storeSession } from "../../auth/commands";
import { hasFactor, mayStillSignIn } from "../../auth/rules";
import type { Caller, Proof } from "../../auth/types";
import { emailLookup } from "../../crypto/lookup";
import { deriveRecoveryKey, unwrapUserKey, wrapUserKey } from "../../crypto/passphrase";
import { surfaceDb } from "../../db/client";
import { AppError } from "../../errors";
import { recordFailure, signInWait } from "../../limits/limiter";
import type { PassphraseProblem, StepResult } from "../types";
import { problemOf, sealUnder } from "./credentials";
import { findProven, markOfAccount } from "./proven";
import { passSecondStep } from "./second-step";

const NOBODY = "00000000-0000-0000-0000-000000000000";

export type RecoverResult =
  | { ok: true; proof: Proof; next: "factor" | "passphrase" }
  | { ok: false; reason: "wrong" | "locked" }
  | { ok: false; reason: "wait"; seconds: number };

/**
 * Proves by the printed recovery code who somebody is who has lost their passphrase. Unknown accounts and wrong
 * codes get the same answer after the same work. An account without a second factor then gets a new passphrase
 * at once, any other after its factor.
 */
export async function proveByRecoveryCode(
  { email, recoveryCode }: { email: string; recoveryCode: string },
  caller: Caller,
  now: Date,
): Promise<RecoverResult> {
  const lookup = emailLookup(email);
  const mark = markOf(lookup);
  const seconds = secondsToWait(mark, caller.address, now, caller.knownMark === mark);
  if (seconds > 0) return { ok: false, reason: "wait", seconds };

  const account = await surfaceDb("auth").account.findUnique({
    where: { emailLookup: lookup },
    include: { passkeys: true },
  });
  const userKey = openByRecovery(account?.id ?? NOBODY, recoveryCode, account?.wrappedByRecovery ?? null);
  if (!account || !userKey || account.disabledOn) {
    recordFailure(mark, caller.address, now);
    return { ok: false, reason: "wrong" };
  }
  if (!mayStillSignIn(account.lastSeenOn, now)) return { ok: false, reason: "locked" };
  const factor = !hasFactor(account);
  const proof: Proof = { accountId: account.id, userKey, by: "recovery", factor, state: stateOf(account) };
  return { ok: true, proof, next: factor ? "passphrase" : "factor" };
}

function openByRecovery(accountId: string, code: string, wrapped: Uint8Array | null): Uint8Array | null {
  const key = deriveRecoveryKey(code, accountId);
  // For an account that has none, something is opened all the same, so that it takes as long.
  const sealed = wrapped ?? wrapUserKey("account.wrapped_by_passphrase", NOBODY, key, new Uint8Array(32));
  try {
    return unwrapUserKey("account.wrapped_by_recovery", accountId, key, sealed);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/**
 * Chooses a new passphrase after a recovery code, and where there is one a second factor, was proven. Ends every
 * session and spends the recovery code.
 */
export async function recoverAccess(
  proof: Proof,
  passphrase: string,
  { device }: Caller,
  now: Date,
): Promise<StepResult | { ok: false; reason: PassphraseProblem }> {
  if (proof.by !== "recovery" || !proof.factor) return { ok: false, reason: "over" };
  const problem = await problemOf(passphrase);
  if (problem) return { ok: false, reason: problem };
  const account = await findProven(proof, now);
  if (!account) return { ok: false, reason: "over" };

  const { accountId, userKey } = proof;
  const sealed = await sealUnder(passphrase, accountId, userKey);
  const db = surfaceDb("auth");
  const { count } = await db.account.updateMany({
    where: { id: accountId, verifier: account.verifier },
    data: { ...sealed, wrappedByRecovery: null, recoveryConfirmedOn: null },
  });
  if (count !== 1) return { ok: false, reason: "over" };
  await db.staffSession.deleteMany({ where: { accountId } });
  return {
    ok: true,
    session: await storeSession({ accountId, userKey, mark: markOfAccount(account) }, device, now),
  };
}

/**
 * Replaces a lost second factor by passphrase and recovery code: the old factors are gone, the code is spent, all
 * sessions are over, and the account page asks for new ones.
 */
export async function replaceFactor(
  proof: Proof,
  recoveryCode: string,
  caller: Caller,
  now: Date,
): Promise<StepResult> {
  const account = proof.by === "passphrase" ? await findProven(proof, now) : null;
  if (!account) return { ok: false, reason: "over" };
  const mark = markOfAccount(account);
  const seconds = signInWait(mark, caller.address, caller.knownMark === mark, now);
  if (seconds > 0) return { ok: false, reason: "wait", seconds };
  const { accountId } = proof;
  if (!openByRecovery(accountId, recoveryCode, account.wrappedByRecovery)) {
    recordFailure(mark, caller.address, now);
    return { ok: false, reason: "wrong" };
  }
  const nothing = { sealedTotp: null, totpStep: null, wrappedByRecovery: null, recoveryConfirmedOn: null };
  const db = surfaceDb("auth");
  const spent = await db.$transaction(async (tx) => {
    // Of two who spend the same code at once, one does.
    const unspent = { id: accountId, wrappedByRecovery: account.wrappedByRecovery };
    if ((await tx.account.updateMany({ where: unspent, data: nothing })).count === 0) return false;
    await tx.passkey.deleteMany({ where: { accountId } });
    await tx.staffSession.deleteMany({ where: { accountId } });
    return true;
  });
  if (!spent) return { ok: false, reason: "over" };
  return passSecondStep(proof, account, caller, now);
}
