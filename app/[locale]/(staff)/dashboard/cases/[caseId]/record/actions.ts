"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { partSayings } from "@/components/record/record-sayings";
import type { SettingsState } from "@/components/settings/form-spec";
import type { Desk } from "@/lib/auth/desk";
import { nested } from "@/lib/http/nested";
import { savePart } from "@/lib/record/commands";
import { readRecord } from "@/lib/record/queries";
import { PART_SCHEMAS, partFormSchema } from "@/lib/record/schema";
import { typedValues } from "../../../../form-values";
import { atDesk } from "../../../at-desk";
import { invalidRecord } from "./invalid-record";
import { listsFor } from "./lists";

/** Saves one part of the record. */
export async function savePartAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  const values = typedValues(form);
  return atDesk(values, async (desk, now) => {
    const target = partFormSchema.safeParse(values);
    if (!target.success) return invalidRecord(values, target.error);
    const { part, caseId } = target.data;
    const typed = PART_SCHEMAS[part].safeParse(nested(values));
    if (!typed.success) return invalidRecord(values, typed.error);
    const result = await savePart(desk, { ...target.data, values: typed.data }, now);
    refresh();
    const standing = await standingPart(desk, caseId, part);
    const t = await getTranslations("staff.record");
    if (result.ok) return { done: t("saved"), seen: standing.seen };
    const problem = t(`refused.${result.reason}`);
    return result.reason === "changedMeanwhile" ? { values, problem, ...standing } : { values, problem };
  });
}

/** What a part says now, for whoever has just written over it or was about to. */
async function standingPart(desk: Desk, caseId: string, part: keyof typeof PART_SCHEMAS) {
  const [{ parts }, t, lists] = await Promise.all([
    readRecord(desk, caseId),
    getTranslations("staff"),
    listsFor(desk),
  ]);
  const { values, version } = parts[part];
  return { seen: String(version), current: partSayings({ t, lists }, part, values) };
}
