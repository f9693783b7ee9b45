"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { FormState } from "@/components/staff/form-state";
import { markSpam } from "@/lib/cases/commands";
import { markSpamSchema } from "@/lib/cases/schema";
import { typedValues } from "../form-values";
import { atDesk } from "./at-desk";

const CHOSEN = "case-";

/** Marks the cases that were ticked as spam, and says which could not be. */
export async function markSpamAction(_previous: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  return atDesk(values, async (desk, now) => {
    const t = await getTranslations("staff.bulk");
    const cases = Object.entries(values)
      .filter(([name]) => name.startsWith(CHOSEN))
      .map(([name, version]) => ({ caseId: name.slice(CHOSEN.length), version }));
    const input = markSpamSchema.safeParse({ cases });
    if (!input.success) return { values, problem: t("noneChosen") };
    const { done, left } = await markSpam(desk, input.data, now);
    refresh();
    const said = { count: done, digits: String(done) };
    if (left.length === 0) return { done: t("done", said) };
    return { problem: t("left", { ...said, numbers: left.join(", ") }) };
  });
}
