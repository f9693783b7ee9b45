import { derivePassphraseKeys, newSalt, wrapUserKey } from "../../crypto/passphrase";
import { judgePassphrase } from "../rules";
import type { PassphraseProblem } from "../types";
import { commonPasswords } from "./common-passwords";

/** What is wrong with a passphrase that somebody chose, or null. */
export async function problemOf(passphrase: string, own: string[] = []): Promise<PassphraseProblem | null> {
  const common = await commonPasswords();
  return judgePassphrase(passphrase, (word) => common.has(word), own);
}

/** The columns of an account that follow from a passphrase: salt, verifier, and the user key under it. */
export async function sealUnder(passphrase: string, accountId: string, userKey: Uint8Array) {
  const kdfSalt = newSalt();
  const { verifier, wrappingKey } = await derivePassphraseKeys(passphrase, kdfSalt, accountId);
  const wrappedByPassphrase = wrapUserKey("account.wrapped_by_passphrase", accountId, wrappingKey, userKey);
  return { kdfSalt, verifier, wrappedByPassphrase };
}
