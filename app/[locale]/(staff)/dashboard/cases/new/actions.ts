"use server";

import { getLocale, getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { EnterState, Slip } from "@/components/cases/enter-state";
import type { Desk } from "@/lib/auth/desk";
import { type EnterCase, enterCaseSchema } from "@/lib/cases/schema";
import { formatReceipt } from "@/lib/crypto/receipt";
import { env } from "@/lib/env";
import { addFollowUp } from "@/lib/follow-ups/commands";
import { type FirstFollowUp, firstFollowUpSchema } from "@/lib/follow-ups/schema";
import { latinDigits } from "@/lib/http/clean";
import { isLocale, type Locale, localeInfo } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { enterCall } from "@/lib/record/commands";
import { firstCallSchema } from "@/lib/record/schema";
import { typedValues } from "../../../form-values";
import { atDesk, fieldError, invalidIn } from "../../at-desk";

const callSchema = enterCaseSchema
  .extend({ ...firstCallSchema.shape, ...firstFollowUpSchema.shape })
  .refine(({ nextStep, followUpOn }) => !nextStep || followUpOn, {
    error: "dayInvalid",
    path: ["followUpOn"],
  });

export async function enterCaseAction(_previous: EnterState, form: FormData): Promise<EnterState> {
  const typed = typedValues(form);
  const values: Record<string, string> = { ...typed, postalCode: latinDigits(typed.postalCode ?? "") };
  const entered: { slip?: Slip; caseHref?: string } = {};
  const state = await atDesk(values, async (desk, now) => {
    const input = callSchema.safeParse(values);
    if (!input.success) return invalidCall(values, input.error);
    const locale = await getLocale();
    const result = await enterCall(desk, input.data, input.data, locale, now);
    if (!result.ok) {
      const t = await getTranslations("staff.record.refused");
      return { values, problem: t(result.reason) };
    }
    const { caseId, receipt } = result;
    await planNextStep(desk, caseId, input.data, now);
    entered.slip = slipFor(input.data, locale, formatReceipt(receipt));
    entered.caseHref = `/${locale}/dashboard/cases/${caseId}`;
    return {};
  });
  return { ...state, ...entered };
}

/** What was agreed on the phone, on the list of whoever took the call. The same form sent twice plans it once. */
async function planNextStep(desk: Desk, caseId: string, first: FirstFollowUp, now: Date): Promise<void> {
  const { followUpOn: dueOn, nextStep } = first;
  if (!dueOn) return;
  const text = nextStep || (await getTranslations("staff.followUps.first"))("text");
  await addFollowUp(desk, { caseId, followUpId: caseId, dueOn, text, assignee: desk.account }, now);
}

const invalidCall = (values: Record<string, string>, error: z.ZodError) =>
  invalidIn(values, error, (t, message) =>
    message === "dayInvalid" ? t("record.errors.dayInvalid") : fieldError(t, message),
  );

/** What the person takes home, in their language where the public site has it. */
function slipFor({ language }: EnterCase, reader: Locale, receipt: string): Slip {
  const locale = isLocale(language) ? language : reader;
  const t = translator(locale);
  return {
    receipt,
    lang: locale,
    dir: localeInfo(locale).dir,
    heading: t("public.slip.heading"),
    text: t("public.slip.text"),
    addressLabel: t("public.slip.address"),
    address: `${env().PUBLIC_ORIGIN}/${locale}/mailbox`,
  };
}
