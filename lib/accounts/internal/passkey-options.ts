import { generateAuthenticationOptions, generateRegistrationOptions } from "@simplewebauthn/server";
import type { Ceremony } from "../../auth/proof";
import type { Staff } from "../../auth/queries";
import type { Proof } from "../../auth/types";
import { surfaceDb } from "../../db/client";
import { env } from "../../env";
import { findProven } from "./proven";

/** EdDSA, ES256, RS256 (COSE): what authenticators in use have. */
const ALGORITHMS = [-8, -7, -257];
const TIMEOUT_MS = 4 * 60_000;

/** Passkeys belong to the host of the public address. */
export const rpID = (): string => new URL(env().PUBLIC_ORIGIN).hostname;

/** What the browser is asked, and the ceremony that its answer has to fit. */
export type Asked<Options> = { options: Options; ceremony: Ceremony };
type RequestOptions = Awaited<ReturnType<typeof generateAuthenticationOptions>>;
type CreationOptions = Awaited<ReturnType<typeof generateRegistrationOptions>>;

const credentialsOf = (accountId: string) =>
  surfaceDb("auth").passkey.findMany({
    where: { accountId },
    select: { credentialId: true, transports: true },
    orderBy: { createdOn: "asc" },
  });

const named = ({ credentialId, transports }: { credentialId: Uint8Array; transports: string[] }) => ({
  id: Buffer.from(credentialId).toString("base64url"),
  transports,
});

/** Asks for a new passkey. It has to ask its owner for a finger, a face or a PIN each time it is used. */
export async function askToRegister({ accountId }: Staff): Promise<Asked<CreationOptions>> {
  const options = await generateRegistrationOptions({
    rpName: "weact",
    rpID: rpID(),
    // Addresses are not stored, so a passkey cannot carry one.
    userName: "weact",
    userDisplayName: rpID(),
    userID: new Uint8Array(Buffer.from(accountId)),
    timeout: TIMEOUT_MS,
    attestationType: "none",
    excludeCredentials: (await credentialsOf(accountId)).map(named),
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
    supportedAlgorithmIDs: ALGORITHMS,
  });
  return { options, ceremony: { purpose: "register", accountId, challenge: options.challenge } };
}

/** Asks for an assertion by passkeys of one account, or by any that the browser offers. */
async function ask(
  purpose: Ceremony["purpose"],
  accountId: string | null,
  credentials: { id: string; transports: string[] }[],
): Promise<Asked<RequestOptions>> {
  const options = await generateAuthenticationOptions({
    rpID: rpID(),
    timeout: TIMEOUT_MS,
    userVerification: "required",
    ...(credentials.length > 0 ? { allowCredentials: credentials } : {}),
  });
  return { options, ceremony: { purpose, accountId, challenge: options.challenge } };
}

/** Asks for a passkey as the second thing. Null when the proof of the first is too old, or there is no passkey. */
export async function askForFactor(proof: Proof, now: Date): Promise<Asked<RequestOptions> | null> {
  const account = await findProven(proof, now);
  if (!account || account.passkeys.length === 0) return null;
  return ask("factor", account.id, account.passkeys.map(named));
}

/** Asks for a passkey that opens an account by itself. */
export const askToSignIn = (): Promise<Asked<RequestOptions>> => ask("signIn", null, []);

/** Asks a new passkey once more, for the output by which it opens the account. */
export const askToUnlock = async ({ accountId }: Staff, id: string): Promise<Asked<RequestOptions>> =>
  ask(
    "unlock",
    accountId,
    (await credentialsOf(accountId)).map(named).filter((credential) => credential.id === id),
  );
