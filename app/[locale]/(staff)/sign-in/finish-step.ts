import { getLocale } from "next-intl/server";
import type { StepResult } from "@/lib/accounts/types";
import { dropProof, keepProof } from "@/lib/auth/proof";
import { keepSession } from "@/lib/auth/session";

/** Hands the browser what a proven step has led to, and says where it goes on from here. */
export async function finishStep(result: Extract<StepResult, { ok: true }>, now: Date): Promise<string> {
  const locale = await getLocale();
  if (!result.session) {
    await keepProof(result.proof, now);
    return `/${locale}/recover/passphrase`;
  }
  await keepSession(result.session, now);
  await dropProof();
  return `/${locale}/sign-in`;
}
