"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { FormState } from "@/components/staff/form-state";
import { signInSchema } from "@/lib/auth/schema";
import { startSession } from "@/lib/auth/session";
import { fieldsOf, keepingTyped, refusalState } from "../account/refusals";

export const signInAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  keepingTyped(form, async (t, values, now) => {
    const input = signInSchema.safeParse(fieldsOf(form));
    if (!input.success) return { values, problem: t("signIn.wrong") };
    // The limits of sign-in stand inside.
    const result = await startSession(input.data, now);
    const entrance = `/${await getLocale()}/sign-in`;
    // The sign-in page knows where whom to send.
    if (result.ok) redirect(entrance);
    if (result.reason === "factor") redirect(`${entrance}/second-factor`);
    return refusalState(t, values, result, t("signIn.wrong"));
  });
