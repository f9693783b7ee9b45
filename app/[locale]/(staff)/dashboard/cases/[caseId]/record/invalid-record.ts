import type { z } from "zod";
import type { SettingsState } from "@/components/settings/form-spec";
import { RECORD_ERRORS } from "@/lib/record/schema";
import { invalidIn } from "../../../at-desk";

/** The errors of a form of the record, in words, beside their fields. */
export const invalidRecord = (values: Record<string, string>, error: z.ZodError): Promise<SettingsState> =>
  invalidIn(values, error, (t, message) => {
    const code = RECORD_ERRORS.find((known) => known === message) ?? "choiceMissing";
    return t(`record.errors.${code}`);
  });
