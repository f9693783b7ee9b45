"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/staff/form-state";
import { acceptHandover, declineHandover } from "@/lib/handovers/commands";
import { acceptHandoverSchema, declineHandoverSchema } from "@/lib/handovers/schema";
import { typedValues } from "../../form-values";
import { atDesk, invalid } from "../at-desk";

/** Takes a case over, and leads to it. */
export async function acceptHandoverAction(_previous: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  return atDesk(values, async (desk, now) => {
    const input = acceptHandoverSchema.safeParse(values);
    if (!input.success) return invalid(values, input.error);
    const result = await acceptHandover(desk, input.data, now);
    if (result.ok) redirect(`/${await getLocale()}/dashboard/cases/${result.caseId}`);
    refresh();
    const t = await getTranslations("staff.handovers");
    return { values, problem: t("gone") };
  });
}

/** Declines, with a reason that the other site reads. */
export async function declineHandoverAction(_previous: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  return atDesk(values, async (desk, now) => {
    const input = declineHandoverSchema.safeParse(values);
    if (!input.success) return invalid(values, input.error);
    const result = await declineHandover(desk, input.data, now);
    refresh();
    const t = await getTranslations("staff.handovers");
    return result.ok ? { done: t("declined") } : { values, problem: t("gone") };
  });
}
