import { timingSafeEqual } from "node:crypto";
import { markOf } from "../../auth/commands";
import type { Staff } from "../../auth/queries";
import type { Caller } from "../../auth/types";
import { derivePassphraseKeys } from "../../crypto/passphrase";
import { surfaceDb } from "../../db/client";
import { recordFailure, signInWait } from "../../limits/limiter";
import type { PassphraseProblem } from "../types";
import { problemOf, sealUnder } from "./credentials";

export type ChangeResult =
  | { ok: true }
  | { ok: false; reason: PassphraseProblem | "currentWrong" }
  | { ok: false; reason: "wait"; seconds: number };

/** Changes the passphrase of somebody who knows the old one, and ends all their sessions but this one. */
export async function changePassphrase(
  { accountId, userKey }: Staff,
  { current, passphrase }: { current: string; passphrase: string },
  { address, sessionHash }: Pick<Caller, "address"> & { sessionHash: Uint8Array },
  now: Date,
): Promise<ChangeResult> {
  const db = surfaceDb("auth");
  const account = await db.account.findUniqueOrThrow({ where: { id: accountId } });
  const mark = markOf(account.emailLookup);
  const seconds = signInWait(mark, address, true, now);
  if (seconds > 0) return { ok: false, reason: "wait", seconds };
  const { verifier } = await derivePassphraseKeys(current, account.kdfSalt, accountId);
  if (!timingSafeEqual(verifier, account.verifier)) {
    recordFailure(mark, address, now);
    return { ok: false, reason: "currentWrong" };
  }
  const problem = await problemOf(passphrase);
  if (problem) return { ok: false, reason: problem };

  const data = await sealUnder(passphrase, accountId, userKey);
  const { count } = await db.account.updateMany({
    where: { id: accountId, verifier: account.verifier },
    data,
  });
  // Somebody else changed it in between, with the same current passphrase.
  if (count === 0) return { ok: false, reason: "currentWrong" };
  await endOtherSessions({ accountId }, sessionHash);
  return { ok: true };
}

/** Ends one session of somebody's own. */
export async function endOwnSession({ accountId }: Pick<Staff, "accountId">, id: string): Promise<void> {
  const idHash = new Uint8Array(Buffer.from(id, "base64url"));
  await surfaceDb("auth").staffSession.deleteMany({ where: { idHash, accountId } });
}

/** Ends all sessions of somebody's own but one. */
export async function endOtherSessions(
  { accountId }: Pick<Staff, "accountId">,
  sessionHash: Uint8Array,
): Promise<void> {
  const idHash = new Uint8Array(sessionHash);
  await surfaceDb("auth").staffSession.deleteMany({ where: { accountId, idHash: { not: idHash } } });
}

/** Takes a passkey of somebody's own out of use. */
export async function removePasskey({ accountId }: Pick<Staff, "accountId">, id: string): Promise<void> {
  const credentialId = new Uint8Array(Buffer.from(id, "base64url"));
  await surfaceDb("auth").passkey.deleteMany({ where: { credentialId, accountId } });
}

/** Keeps the language that somebody wants to work in. */
export async function chooseLanguage({ accountId }: Pick<Staff, "accountId">, locale: string): Promise<void> {
  await surfaceDb("auth").account.updateMany({ where: { id: accountId }, data: { locale } });
}
