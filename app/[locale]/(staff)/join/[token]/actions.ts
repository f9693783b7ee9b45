"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { FormState } from "@/components/staff/form-state";
import { acceptAlso, acceptInvitation, acceptReset } from "@/lib/accounts/commands";
import { joinSchema, resetSchema, tokenSchema } from "@/lib/accounts/schema";
import { chooseSite, currentCaller, keepSession } from "@/lib/auth/session";
import { admits } from "@/lib/limits/limiter";
import { atAccount } from "../../account/at-account";
import { fieldsOf, keepingTyped, refusalState } from "../../account/refusals";

const BUSY = { reason: "wait", seconds: 60 };

/** Makes an account out of an invitation. */
export const joinAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  keepingTyped(form, async (t, values, now) => {
    const caller = await currentCaller(now);
    if (!admits("signIn", caller.address, now)) return refusalState(t, values, BUSY, "");
    const input = joinSchema.safeParse({ ...fieldsOf(form), email: values.email?.trim() });
    if (!input.success) {
      const reason = input.error.issues.some(({ path }) => path[0] === "email") ? "emailInvalid" : "tooShort";
      return refusalState(t, values, { reason }, "");
    }
    const locale = await getLocale();
    const result = await acceptInvitation({ ...input.data, locale }, caller, now);
    if (!result.ok) return refusalState(t, values, result, "");
    await keepSession(result.session, now);
    redirect(`/${locale}/join/${encodeURIComponent(input.data.token)}`);
  });

/** Sets an account up anew, by its lead's link. */
export const resetAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  keepingTyped(form, async (t, values, now) => {
    const caller = await currentCaller(now);
    if (!admits("signIn", caller.address, now)) return refusalState(t, values, BUSY, "");
    const input = resetSchema.safeParse(fieldsOf(form));
    if (!input.success) return refusalState(t, values, { reason: "tooShort" }, "");
    const result = await acceptReset(input.data, caller, now);
    if (!result.ok) return refusalState(t, values, result, "");
    await keepSession(result.session, now);
    redirect(`/${await getLocale()}/join/${encodeURIComponent(input.data.token)}`);
  });

/** Lets somebody who is signed in join one site more, or the network. */
export const joinAlsoAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  atAccount(form, async (staff, t, values, now) => {
    const input = tokenSchema.safeParse(fieldsOf(form));
    if (!input.success) return refusalState(t, values, { reason: "unknown" }, "");
    const result = await acceptAlso(staff, input.data.token, now);
    if (!result.ok) return refusalState(t, values, result, "");
    if (result.siteId) await chooseSite(result.siteId);
    redirect(`/${await getLocale()}/account`);
  });
