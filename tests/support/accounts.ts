import { randomUUID } from "node:crypto";
import { newKeyPair } from "../../lib/crypto/hpke";
import { emailLookup } from "../../lib/crypto/lookup";
import { derivePassphraseKeys, deriveRecoveryKey, newSalt, wrapUserKey } from "../../lib/crypto/passphrase";
import { asOwner } from "./connections";
import { grantSite } from "./sites";

export type Account = { id: string; email: string; passphrase: string; userKey: Uint8Array };

/** Somebody who can sign in; a counsellor where a site is given. */
export async function givenAccount(given: { site?: string; coordinator?: boolean } = {}): Promise<Account> {
  const { site, coordinator = false } = given;
  const id = randomUUID();
  const [email, passphrase, salt] = [`${id}@somewhere.example`, `passphrase of ${id}`, newSalt()];
  const { publicKey, privateKey } = await newKeyPair();
  const { verifier, wrappingKey } = await derivePassphraseKeys(passphrase, salt, id);
  const byPassphrase = wrapUserKey("account.wrapped_by_passphrase", id, wrappingKey, privateKey);
  const byRecovery = wrapUserKey("account.wrapped_by_recovery", id, deriveRecoveryKey("0", id), privateKey);
  await asOwner((client) =>
    client.query(
      `INSERT INTO account (id, email_lookup, kdf_salt, verifier, public_key, wrapped_by_passphrase,
         wrapped_by_recovery, coordinator) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, emailLookup(email), salt, verifier, publicKey, byPassphrase, byRecovery, coordinator],
    ),
  );
  if (site) await grantSite({ accountId: id, site, role: "counsellor", publicKey });
  return { id, email, passphrase, userKey: privateKey };
}
