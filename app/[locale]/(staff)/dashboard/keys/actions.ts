"use server";

import { refresh } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import type { PrintState } from "@/components/keys/print-state";
import type { FormState } from "@/components/staff/form-state";
import { formatDay } from "@/components/staff/wording";
import type { LeadDesk } from "@/lib/auth/desk";
import { requireLead } from "@/lib/auth/gates";
import { renewKeys } from "@/lib/keys/commands";
import { type ConfirmResult, confirmRecovery, printRecovery } from "@/lib/prints/commands";
import { confirmPrintSchema } from "@/lib/prints/schema";
import { berlinDay } from "@/lib/time/rules";
import { typedValues } from "../../form-values";
import { atPlace } from "../at-desk";
import { isFresh, stale } from "../people/at-lead-desk";
import { sheetOf } from "./sheets";

/** Makes the three sheets. They are in this answer and nowhere else. */
export const printAction = async (_previous: PrintState, form: FormData): Promise<PrintState> =>
  atPlace<LeadDesk, PrintState>(typedValues(form), requireLead, async (desk, now) => {
    if (!(await isFresh(desk, now))) return stale({});
    const print = await printRecovery(desk, now);
    const [locale, t] = await Promise.all([getLocale(), getTranslations("staff.siteKeys.print")]);
    if (!print) return { problem: t("changedMeanwhile") };
    const day = formatDay(locale, new Date(berlinDay(now)));
    return { ticket: print.ticket, sheets: print.shares.map(sheetOf), day: t("day", { day }) };
  });

/** Confirms that the three sheets are in hand. */
export async function confirmPrintAction(_previous: PrintState, form: FormData): Promise<PrintState> {
  const values = typedValues(form);
  return atPlace<LeadDesk, PrintState>(values, requireLead, async (desk, now) => {
    const input = confirmPrintSchema.safeParse(values);
    const t = await getTranslations("staff.siteKeys.print");
    if (!input.success) return { problem: t("late") };
    const { ticket, group0, group1, group2 } = input.data;
    const result = await confirmRecovery(desk, { ticket, groups: [group0, group1, group2] }, now);
    if (!result.ok) return refused(values, result);
    refresh();
    return { done: t("done") };
  });
}

async function refused(
  values: Record<string, string>,
  result: Exclude<ConfirmResult, { ok: true }>,
): Promise<PrintState> {
  const t = await getTranslations("staff");
  if (result.reason === "late") return { problem: t("siteKeys.print.late") };
  const errors = result.which.map((sheet) => [
    `group${sheet}`,
    t("siteKeys.print.differs", { digits: String(sheet + 1) }),
  ]);
  return {
    values,
    ticket: values.ticket ?? "",
    errors: Object.fromEntries(errors),
    problem: t("refused.invalid"),
  };
}

/** Starts a new epoch: everybody who has the key gets the next one. */
export const renewAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  atPlace<LeadDesk, FormState>(typedValues(form), requireLead, async (desk, now) => {
    const renewed = await renewKeys(desk, now);
    const t = await getTranslations("staff.siteKeys.renew");
    refresh();
    return renewed ? { done: t("done") } : { problem: t("changedMeanwhile") };
  });
