"use server";

import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/staff/form-state";
import type { Seat } from "@/lib/auth/desk";
import { requireSeat } from "@/lib/auth/gates";
import { foundSite } from "@/lib/keys/commands";
import { restoreFromPrint } from "@/lib/prints/commands";
import { foundSchema, restoreSchema } from "@/lib/prints/schema";
import type { RestoreRefusal } from "@/lib/prints/types";
import { atPlace, invalid } from "../../dashboard/at-desk";
import { typedValues } from "../../form-values";

/** Makes the first key of a site. What follows is the print that a site should never be without. */
export async function foundAction(_previous: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  return atPlace<Seat, FormState>(values, requireSeat, async (seat, now) => {
    const input = foundSchema.safeParse(values);
    if (!input.success) return invalid(values, input.error);
    const result = await foundSite(seat, input.data.name, now);
    if (result.ok) redirect(`/${await getLocale()}/dashboard/keys`);
    const t = await getTranslations("staff.siteKeys.found");
    return { values, problem: t(result.reason) };
  });
}

/** Opens a site again with two of its three sheets. */
export async function restoreAction(_previous: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  return atPlace<Seat, FormState>(values, requireSeat, async (seat, now) => {
    const input = restoreSchema.safeParse(values);
    if (!input.success) return invalid(values, input.error);
    const { share0, share1, name } = input.data;
    const result = await restoreFromPrint(seat, { shares: [share0, share1], name }, now);
    if (result.ok) redirect(`/${await getLocale()}/dashboard/keys`);
    return refused(values, result);
  });
}

async function refused(values: Record<string, string>, refusal: RestoreRefusal): Promise<FormState> {
  const t = await getTranslations("staff");
  const sentence = t(`siteKeys.restore.${refusal.reason}`);
  if (!("which" in refusal)) return { values, problem: sentence };
  return { values, errors: { [`share${refusal.which}`]: sentence }, problem: t("refused.invalid") };
}
