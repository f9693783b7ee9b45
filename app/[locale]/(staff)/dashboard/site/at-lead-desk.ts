import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { SettingsState } from "@/components/settings/form-spec";
import type { LeadDesk } from "@/lib/auth/desk";
import { requireLead } from "@/lib/auth/gates";
import { fieldOf } from "@/lib/http/nested";
import { SETTINGS_ERRORS } from "@/lib/settings/schema";
import { atPlace } from "../at-desk";

/** Does something at the desk of the lead who sent a form. A counsellor finds nothing there. */
export const atLeadDesk = <S extends SettingsState>(
  values: Record<string, string>,
  work: (desk: LeadDesk, now: Date) => Promise<S>,
) => atPlace(values, requireLead, work);

/** The errors of a part, in words, beside their fields. */
export async function invalidSettings(
  values: Record<string, string>,
  { issues }: z.ZodError,
): Promise<SettingsState> {
  const t = await getTranslations("staff");
  const errors: Record<string, string> = {};
  for (const { path, message } of issues) {
    const code = SETTINGS_ERRORS.find((known) => known === message) ?? "textEmpty";
    errors[fieldOf(path)] ??= t(`site.errors.${code}`);
  }
  return { values, errors, problem: t("refused.invalid") };
}
