import { randomBytes, randomUUID } from "node:crypto";
import { newKeyPair } from "../../lib/crypto/hpke";
import { INVITATION_MS, invitationHash, newInvitationToken } from "../../lib/crypto/invitation";
import { emailLookup } from "../../lib/crypto/lookup";
import {
  derivePassphraseKeys,
  deriveRecoveryKey,
  newRecoveryCode,
  newSalt,
  sealTotpSecret,
  wrapUserKey,
} from "../../lib/crypto/passphrase";
import { berlinDay } from "../../lib/time/rules";
import { NOW } from "./clock";
import { codesOf } from "./codes";
import { asOwner, asSuperuser } from "./connections";
import { grantSite } from "./sites";

export type Account = {
  id: string;
  email: string;
  passphrase: string;
  recoveryCode: string;
  userKey: Uint8Array;
};

/** Somebody who can sign in; a counsellor where a site is given. */
export async function givenAccount(given: { site?: string; coordinator?: boolean } = {}): Promise<Account> {
  const { site, coordinator = false } = given;
  const id = randomUUID();
  const [email, passphrase, salt] = [`${id}@somewhere.example`, `passphrase of ${id}`, newSalt()];
  const recoveryCode = newRecoveryCode();
  const { publicKey, privateKey } = await newKeyPair();
  const { verifier, wrappingKey } = await derivePassphraseKeys(passphrase, salt, id);
  const byPassphrase = wrapUserKey("account.wrapped_by_passphrase", id, wrappingKey, privateKey);
  const recoveryKey = deriveRecoveryKey(recoveryCode, id);
  const byRecovery = wrapUserKey("account.wrapped_by_recovery", id, recoveryKey, privateKey);
  await asOwner((client) =>
    client.query(
      `INSERT INTO account (id, email_lookup, kdf_salt, verifier, public_key, wrapped_by_passphrase,
         wrapped_by_recovery, recovery_confirmed_on, coordinator, last_seen_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $9, $8, $9)`,
      [
        id,
        emailLookup(email),
        salt,
        verifier,
        publicKey,
        byPassphrase,
        byRecovery,
        coordinator,
        berlinDay(NOW),
      ],
    ),
  );
  if (site) await grantSite({ accountId: id, site, role: "counsellor", publicKey });
  return { id, email, passphrase, recoveryCode, userKey: privateKey };
}

/** The authenticator app of an account: gives the code of any moment. */
export async function givenApp({ id, userKey }: Account): Promise<(at: Date) => string> {
  const secret = randomBytes(20);
  const sealed = sealTotpSecret(userKey, id, secret);
  await asSuperuser((client) =>
    client.query("UPDATE account SET sealed_totp = $2, totp_step = NULL WHERE id = $1", [id, sealed]),
  );
  return codesOf(secret);
}

export type GivenInvitation = { token: string; id: string };

/** A link to join a site; with an account, one that sets this account up anew. */
export async function givenInvitation(given: {
  site: string;
  role?: "counsellor" | "lead";
  resets?: string;
  now?: Date;
}): Promise<GivenInvitation> {
  const { site, role = "counsellor", resets, now = NOW } = given;
  const [token, id] = [newInvitationToken(), randomUUID()];
  await asSuperuser((client) =>
    client.query(
      `INSERT INTO invitation (site_id, id, token_hash, role, resets, expires_at, account_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        site,
        id,
        invitationHash(token),
        role,
        resets !== undefined,
        new Date(now.getTime() + INVITATION_MS),
        resets ?? null,
      ],
    ),
  );
  return { token, id };
}

/** A link by which somebody becomes a coordinator. */
export async function givenNetworkInvitation(now = NOW): Promise<string> {
  const token = newInvitationToken();
  await asSuperuser((client) =>
    client.query("INSERT INTO network_invitation (token_hash, expires_at) VALUES ($1, $2)", [
      invitationHash(token),
      new Date(now.getTime() + INVITATION_MS),
    ]),
  );
  return token;
}
