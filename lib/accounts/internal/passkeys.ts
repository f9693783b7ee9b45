import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { BUSY_SECONDS, markOf, storeSession } from "../../auth/commands";
import type { Ceremony } from "../../auth/proof";
import type { Staff } from "../../auth/queries";
import { mayStillSignIn } from "../../auth/rules";
import type { Caller, Proof } from "../../auth/types";
import { derivePrfKey, unwrapUserKey, wrapUserKey } from "../../crypto/passphrase";
import { surfaceDb } from "../../db/client";
import { env } from "../../env";
import { AppError } from "../../errors";
import { admits, recordFailure } from "../../limits/limiter";
import { berlinDay } from "../../time/rules";
import type { Prf, StepResult } from "../types";
import { rpID } from "./passkey-options";
import { findProven, markOfAccount } from "./proven";
import { passSecondStep } from "./second-step";

/** Counters have 32 bits without a sign, the column 31: what is higher is kept as the highest. */
const HIGHEST_COUNTER = 2 ** 31 - 1;
const TRANSPORT = /^[a-z-]{1,20}$/;

/** Stores a new passkey. Whether it can open the account by itself is settled by `unlockWithPasskey`. */
export async function registerPasskey(
  { accountId }: Staff,
  ceremony: Ceremony | null,
  response: RegistrationResponseJSON,
  { device }: Pick<Caller, "device">,
  now: Date,
): Promise<{ ok: true; id: string } | { ok: false }> {
  if (ceremony?.purpose !== "register" || ceremony.accountId !== accountId) return { ok: false };
  const verified = await orNull(
    verifyRegistrationResponse({ response, ...expectedOf(ceremony), requireUserVerification: true }),
  );
  if (!verified?.verified) return { ok: false };
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
  const credentialId = new Uint8Array(Buffer.from(id, "base64url"));
  const known = await surfaceDb("auth").passkey.findUnique({ where: { credentialId } });
  if (known) return { ok: false };
  await surfaceDb("auth").passkey.createMany({
    data: [
      {
        credentialId,
        accountId,
        publicKey: new Uint8Array(publicKey),
        counter: Math.min(counter, HIGHEST_COUNTER),
        transports: transports.filter((transport) => TRANSPORT.test(transport)),
        device,
        createdOn: new Date(berlinDay(now)),
      },
    ],
  });
  return { ok: true, id };
}

/** Lets a passkey of the account open it by itself from now on, by the output of its PRF extension. */
export async function unlockWithPasskey(
  { accountId, userKey }: Staff,
  ceremony: Ceremony | null,
  response: AuthenticationResponseJSON,
  prf: Prf,
  now: Date,
): Promise<{ ok: boolean }> {
  if (ceremony?.purpose !== "unlock") return { ok: false };
  const passkey = await verifyPasskey(ceremony, accountId, response, now);
  if (!passkey) return { ok: false };
  const wrappedByPrf = wrapUserKey(
    "passkey.wrapped_by_prf",
    accountId,
    derivePrfKey(prf, accountId),
    userKey,
  );
  const { credentialId } = passkey;
  await surfaceDb("auth").passkey.updateMany({ where: { credentialId, accountId }, data: { wrappedByPrf } });
  return { ok: true };
}

/** Proves the second factor by a passkey. */
export async function proveByPasskey(
  proof: Proof,
  ceremony: Ceremony | null,
  response: AuthenticationResponseJSON,
  caller: Caller,
  now: Date,
): Promise<StepResult> {
  const account = await findProven(proof, now);
  if (!account) return { ok: false, reason: "over" };
  const passkey =
    ceremony?.purpose === "factor" ? await verifyPasskey(ceremony, account.id, response, now) : null;
  if (!passkey) {
    recordFailure(markOfAccount(account), caller.address, now);
    return { ok: false, reason: "notUsable" };
  }
  return passSecondStep(proof, account, caller, now);
}

/**
 * Signs in by a passkey alone: it is held by its owner, has asked for a finger, a face or a PIN, and its PRF output
 * opens the user key. One answer for every passkey that does not do.
 */
export async function openSessionByPasskey(
  ceremony: Ceremony | null,
  response: AuthenticationResponseJSON,
  prf: Prf | undefined,
  { address, device }: Caller,
  now: Date,
): Promise<StepResult> {
  if (!admits("signIn", address, now)) return { ok: false, reason: "wait", seconds: BUSY_SECONDS };
  const refused: StepResult = { ok: false, reason: "notUsable" };
  if (ceremony?.purpose !== "signIn" || !prf) return refused;
  const passkey = await verifyPasskey(ceremony, null, response, now);
  if (!passkey?.wrappedByPrf || passkey.account.disabledOn) return refused;
  const { accountId, account } = passkey;
  if (!mayStillSignIn(account.lastSeenOn, now)) return { ok: false, reason: "locked" };
  try {
    const key = derivePrfKey(prf, accountId);
    const userKey = unwrapUserKey("passkey.wrapped_by_prf", accountId, key, passkey.wrappedByPrf);
    const mark = markOf(account.emailLookup);
    return {
      ok: true,
      session: await storeSession({ accountId, userKey, mark, verifier: account.verifier }, device, now),
    };
  } catch (error) {
    if (error instanceof AppError) return refused;
    throw error;
  }
}

/**
 * Verifies an assertion and notes its use. A counter that does not go up means that the passkey was copied; two
 * answers at once with the same counter are not both accepted.
 */
async function verifyPasskey(
  ceremony: Ceremony,
  accountId: string | null,
  response: AuthenticationResponseJSON,
  now: Date,
) {
  if (ceremony.accountId !== accountId) return null;
  const db = surfaceDb("auth");
  const credentialId = new Uint8Array(Buffer.from(response.id, "base64url"));
  const passkey = await db.passkey.findUnique({ where: { credentialId }, include: { account: true } });
  if (!passkey || (accountId && passkey.accountId !== accountId)) return null;
  const { counter, publicKey } = passkey;
  const transports = passkey.transports as AuthenticatorTransport[];
  const verified = await orNull(
    verifyAuthenticationResponse({
      response,
      ...expectedOf(ceremony),
      requireUserVerification: true,
      credential: { id: response.id, publicKey: new Uint8Array(publicKey), counter, transports },
    }),
  );
  if (!verified?.verified) return null;
  const newCounter = Math.min(verified.authenticationInfo.newCounter, HIGHEST_COUNTER);
  const { count } = await db.passkey.updateMany({
    where: { credentialId, counter },
    data: { counter: newCounter, usedOn: new Date(berlinDay(now)) },
  });
  return count === 1 ? passkey : null;
}

const expectedOf = ({ challenge }: Ceremony) => ({
  expectedChallenge: challenge,
  expectedOrigin: env().PUBLIC_ORIGIN,
  expectedRPID: rpID(),
});

/** The library throws at whatever does not fit; that is an answer here, not a fault. */
async function orNull<T>(verification: Promise<T>): Promise<T | null> {
  try {
    return await verification;
  } catch {
    return null;
  }
}
