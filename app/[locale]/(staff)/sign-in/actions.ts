"use server";

import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/staff/form-state";
import { signInSchema } from "@/lib/auth/schema";
import { startSession } from "@/lib/auth/session";
import { isOutage } from "@/lib/http/outage";

export async function signInAction(_previous: FormState, form: FormData): Promise<FormState> {
  const now = new Date();
  const values = { email: String(form.get("email") ?? "").slice(0, 300) };
  const t = await getTranslations("staff");
  const input = signInSchema.safeParse(Object.fromEntries(form));
  if (!input.success) return { values, problem: t("signIn.wrong") };
  try {
    const result = await startSession(input.data, now);
    if (!result.ok) {
      const { seconds = 0 } = result.reason === "wait" ? result : {};
      return { values, problem: seconds ? waitFor(t, seconds) : t("signIn.wrong") };
    }
  } catch (error) {
    if (!isOutage(error)) throw error;
    return { values, problem: t("refused.unavailable") };
  }
  // The sign-in page knows where whom to send.
  redirect(`/${await getLocale()}/sign-in`);
}

const waitFor = (t: Awaited<ReturnType<typeof getTranslations<"staff">>>, seconds: number): string =>
  t("signIn.wait", { count: seconds, digits: String(seconds) });
