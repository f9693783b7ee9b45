"use server";

import { getLocale } from "next-intl/server";
import type { EnterState, Slip } from "@/components/cases/enter-state";
import { enterCase } from "@/lib/cases/commands";
import { type EnterCase, enterCaseSchema } from "@/lib/cases/schema";
import { formatReceipt } from "@/lib/crypto/receipt";
import { env } from "@/lib/env";
import { latinDigits } from "@/lib/http/clean";
import { isLocale, type Locale, localeInfo } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { typedValues } from "../../../form-values";
import { atDesk, invalid, otherDesk } from "../../at-desk";

export async function enterCaseAction(_previous: EnterState, form: FormData): Promise<EnterState> {
  const typed = typedValues(form);
  const values: Record<string, string> = { ...typed, postalCode: latinDigits(typed.postalCode ?? "") };
  const entered: { slip?: Slip; caseHref?: string } = {};
  const state = await atDesk(values, async (desk, now) => {
    // A case belongs to the site that the form was opened at, whatever desk was chosen in another tab since.
    if (values.site !== desk.site) return otherDesk(values);
    const input = enterCaseSchema.safeParse(values);
    if (!input.success) return invalid(values, input.error);
    const locale = await getLocale();
    const { caseId, receipt } = await enterCase(desk, input.data, locale, now);
    entered.slip = slipFor(input.data, locale, formatReceipt(receipt));
    entered.caseHref = `/${locale}/dashboard/cases/${caseId}`;
    return {};
  });
  return { ...state, ...entered };
}

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
