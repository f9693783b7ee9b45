"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { PasskeyState } from "@/components/accounts/passkey-state";
import type { FormState } from "@/components/staff/form-state";
import { askForFactor, proveByCode, proveByPasskey } from "@/lib/accounts/commands";
import { assertionSchema, codeSchema } from "@/lib/accounts/schema";
import type { AuthenticationResponseJSON } from "@/lib/accounts/types";
import { currentProof, keepCeremony, takeCeremony } from "@/lib/auth/proof";
import { currentCaller } from "@/lib/auth/session";
import { fieldsOf, keepingTyped, refusalState } from "../../account/refusals";
import { finishStep } from "../finish-step";

export const proveByCodeAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  keepingTyped(form, async (t, values, now) => {
    const proof = await currentProof(now);
    if (!proof) redirect(`/${await getLocale()}/sign-in`);
    const input = codeSchema.safeParse(fieldsOf(form));
    if (!input.success) return { problem: t("account.problems.wrongCode") };
    const result = await proveByCode(proof, input.data.code, await currentCaller(now), now);
    if (!result.ok) return refusalState(t, values, result, t("account.problems.wrongCode"));
    redirect(await finishStep(result, now));
  });

export const beginFactorAction = async (_previous: PasskeyState, form: FormData): Promise<PasskeyState> =>
  keepingTyped<PasskeyState>(form, async (t, _values, now) => {
    const proof = await currentProof(now);
    const asked = proof && (await askForFactor(proof, now));
    if (!asked) return { problem: t("account.problems.over") };
    await keepCeremony(asked.ceremony, now);
    return { options: asked.options };
  });

export const finishFactorAction = async (_previous: PasskeyState, form: FormData): Promise<PasskeyState> =>
  keepingTyped<PasskeyState>(form, async (t, values, now) => {
    const [proof, ceremony] = [await currentProof(now), await takeCeremony(now)];
    if (!proof) return { problem: t("account.problems.over") };
    const input = assertionSchema.safeParse(fieldsOf(form));
    if (!input.success) return { problem: t("account.problems.notUsable") };
    const response = input.data.credential as unknown as AuthenticationResponseJSON;
    const result = await proveByPasskey(proof, ceremony, response, await currentCaller(now), now);
    if (!result.ok) return refusalState(t, values, result, t("account.problems.notUsable"));
    return { href: await finishStep(result, now) };
  });
