"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { FormState } from "@/components/staff/form-state";
import { takeOverCases } from "@/lib/cases/commands";
import { takeOverSchema } from "@/lib/cases/schema";
import { typedValues } from "../../../form-values";
import { atDesk, invalid } from "../../at-desk";

/** Gives the open cases of a colleague who is away to another, as many as were confirmed. */
export async function takeOverAction(_previous: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  return atDesk(values, async (desk, now) => {
    const input = takeOverSchema.safeParse(values);
    if (!input.success) return invalid(values, input.error);
    const t = await getTranslations("staff");
    const result = await takeOverCases(desk, input.data, now);
    refresh();
    if (result.ok)
      return { done: t("bulk.takeOver.done", { count: result.moved, digits: String(result.moved) }) };
    const problem =
      result.reason === "changedMeanwhile" ? t("bulk.takeOver.otherNumber") : t("refused.colleagueUnknown");
    return { values, problem };
  });
}
