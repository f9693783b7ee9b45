import { markOf, stateOf } from "../../auth/commands";
import { mayStillSignIn } from "../../auth/rules";
import type { Proof } from "../../auth/types";
import { surfaceDb } from "../../db/client";

/** The account that a proof is of, or null when the proof is worth nothing any more. */
export async function findProven(proof: Proof, now: Date) {
  const account = await surfaceDb("auth").account.findUnique({
    where: { id: proof.accountId },
    include: { passkeys: true },
  });
  if (!account || account.disabledOn || stateOf(account) !== proof.state) return null;
  return mayStillSignIn(account.lastSeenOn, now) ? account : null;
}

export type ProvenAccount = NonNullable<Awaited<ReturnType<typeof findProven>>>;

/** How the account is named in the counters of failures. */
export const markOfAccount = ({ emailLookup }: { emailLookup: Uint8Array }): string => markOf(emailLookup);
