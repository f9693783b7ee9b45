"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { FormState } from "@/components/staff/form-state";
import { proveByRecoveryCode, recoverAccess, replaceFactor } from "@/lib/accounts/commands";
import { newPassphraseSchema, recoverSchema, recoveryCodeSchema } from "@/lib/accounts/schema";
import { currentProof, keepProof } from "@/lib/auth/proof";
import { currentCaller } from "@/lib/auth/session";
import { fieldsOf, keepingTyped, refusalState } from "../account/refusals";
import { finishStep } from "../sign-in/finish-step";

/** The recovery code instead of a forgotten passphrase. */
export const recoverAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  keepingTyped(form, async (t, values, now) => {
    const input = recoverSchema.safeParse(fieldsOf(form));
    if (!input.success) return { values, problem: t("recover.wrong") };
    // The limits of sign-in stand inside.
    const result = await proveByRecoveryCode(input.data, await currentCaller(now), now);
    if (!result.ok) return refusalState(t, values, result, t("recover.wrong"));
    await keepProof(result.proof, now);
    const next = result.next === "factor" ? "sign-in/second-factor" : "recover/passphrase";
    redirect(`/${await getLocale()}/${next}`);
  });

/** A new passphrase, after two things were proven. */
export const recoverPassphraseAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  keepingTyped(form, async (t, values, now) => {
    const proof = await currentProof(now);
    if (!proof) redirect(`/${await getLocale()}/recover`);
    const input = newPassphraseSchema.safeParse(fieldsOf(form));
    if (!input.success) return refusalState(t, values, { reason: "tooShort" }, "");
    const result = await recoverAccess(proof, input.data.passphrase, await currentCaller(now), now);
    if (!result.ok) return refusalState(t, values, result, t("account.problems.over"));
    redirect(await finishStep(result, now));
  });

/** The recovery code instead of a lost second factor. */
export const replaceFactorAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  keepingTyped(form, async (t, values, now) => {
    const proof = await currentProof(now);
    if (!proof) redirect(`/${await getLocale()}/sign-in`);
    const input = recoveryCodeSchema.safeParse(fieldsOf(form));
    if (!input.success) return { values, problem: t("recover.wrongCode") };
    const result = await replaceFactor(proof, input.data.recoveryCode, await currentCaller(now), now);
    if (!result.ok) return refusalState(t, values, result, t("recover.wrongCode"));
    redirect(await finishStep(result, now));
  });
