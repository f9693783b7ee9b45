import { storeSession } from "../../auth/commands";
import type { Caller, Proof } from "../../auth/types";
import { openTotpSecret } from "../../crypto/passphrase";
import { surfaceDb } from "../../db/client";
import {
  admitsCode,
  forgetFailures,
  recordFailure,
  rememberTold,
  signInWait,
  wasTold,
} from "../../limits/limiter";
import { checkCode } from "../rules";
import type { CodeCheck, StepResult } from "../types";
import { findProven, markOfAccount, type ProvenAccount } from "./proven";

/**
 * Proves the second factor by a code of the authenticator app. A wrong one counts as a wrong passphrase does, and
 * besides, an account has few tries an hour, wherever they come from.
 */
export async function proveByCode(
  proof: Proof,
  code: string,
  caller: Caller,
  now: Date,
): Promise<StepResult> {
  const account = await findProven(proof, now);
  if (!account?.sealedTotp) return { ok: false, reason: account ? "wrong" : "over" };
  const mark = markOfAccount(account);
  const seconds = signInWait(mark, caller.address, caller.knownMark === mark, now);
  if (seconds > 0) return { ok: false, reason: "wait", seconds };
  if (!admitsCode(mark, now)) return { ok: false, reason: "tooMany" };

  const secret = openTotpSecret(proof.userKey, account.id, account.sealedTotp);
  const checked = checkCode(secret, code, account.totpStep, now);
  const digits = code.replace(/\D/g, "");
  if (!checked.ok && checked.reason === "clock") rememberTold(mark, digits, now);
  const told = checked.ok && wasTold(mark, digits, now);
  const used = told ? CODE_USED : await claimStep(account.id, checked);
  if (!used.ok) {
    recordFailure(mark, caller.address, now);
    return used;
  }
  return passSecondStep(proof, account, caller, now);
}

const CODE_USED = { ok: false, reason: "codeUsed" } as const;

/** Marks a step as used, on the condition that nobody used it meanwhile. */
async function claimStep(accountId: string, checked: CodeCheck): Promise<CodeCheck> {
  if (!checked.ok) return checked;
  const { count } = await surfaceDb("auth").account.updateMany({
    where: { id: accountId, OR: [{ totpStep: null }, { totpStep: { lt: checked.step } }] },
    data: { totpStep: checked.step },
  });
  return count === 1 ? checked : CODE_USED;
}

/** What a proven second factor leads to: a session, or after a recovery code the choice of a new passphrase. */
export async function passSecondStep(
  proof: Proof,
  account: ProvenAccount,
  { address, device }: Caller,
  now: Date,
): Promise<StepResult> {
  const mark = markOfAccount(account);
  forgetFailures(mark, address, now);
  if (proof.by === "recovery") return { ok: true, proof: { ...proof, factor: true } };
  const { accountId, userKey } = proof;
  return {
    ok: true,
    session: await storeSession({ accountId, userKey, mark, verifier: account.verifier }, device, now),
  };
}
