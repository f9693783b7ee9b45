import type { z } from "zod";
import type { SettingsState } from "@/components/settings/form-spec";
import { SETTINGS_ERRORS } from "@/lib/settings/schema";
import { invalidIn } from "../at-desk";

/** The errors of a part, in words, beside their fields. */
export const invalidSettings = (values: Record<string, string>, error: z.ZodError): Promise<SettingsState> =>
  invalidIn(values, error, (t, message) => {
    const code = SETTINGS_ERRORS.find((known) => known === message) ?? "textEmpty";
    return t(`site.errors.${code}`);
  });
