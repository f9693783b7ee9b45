"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/staff/form-state";
import { mergeCases } from "@/lib/merging/commands";
import { mergeCasesSchema } from "@/lib/merging/schema";
import { typedValues } from "../../../../form-values";
import { atDesk, invalid } from "../../../at-desk";

/** Closes a case into another one of the same person, and leads there. */
export async function mergeAction(_previous: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  return atDesk(values, async (desk, now) => {
    const input = mergeCasesSchema.safeParse(values);
    if (!input.success) return invalid(values, input.error);
    const result = await mergeCases(desk, input.data, now);
    if (result.ok) redirect(`/${await getLocale()}/dashboard/cases/${input.data.into}`);
    refresh();
    const t = await getTranslations("staff.merge");
    return { values, problem: t(`refused.${result.reason}`) };
  });
}
