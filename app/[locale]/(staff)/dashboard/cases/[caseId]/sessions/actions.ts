"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { z } from "zod";
import { interventionSayings, sessionSayings } from "@/components/record/record-sayings";
import type { SettingsState } from "@/components/settings/form-spec";
import type { FormState } from "@/components/staff/form-state";
import type { Desk } from "@/lib/auth/desk";
import { markWrong, type RecordResult, writeIntervention, writeSession } from "@/lib/record/commands";
import { readRecord } from "@/lib/record/queries";
import { entryFormSchema, interventionSchema, sessionSchema } from "@/lib/record/schema";
import { berlinDay } from "@/lib/time/rules";
import { typedValues } from "../../../../form-values";
import { atDesk } from "../../../at-desk";
import { invalidRecord } from "../record/invalid-record";
import { listsFor } from "../record/lists";

export const writeSessionAction = async (_previous: SettingsState, form: FormData): Promise<SettingsState> =>
  write(form, sessionSchema, writeSession);

export const writeInterventionAction = async (
  _previous: SettingsState,
  form: FormData,
): Promise<SettingsState> => write(form, interventionSchema, writeIntervention);

/** Marks an entry as wrong, or takes that back. */
export async function markWrongAction(_previous: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  return atDesk(values, async (desk, now) => {
    const target = entryFormSchema.safeParse(values);
    if (!target.success) return invalidRecord(values, target.error);
    const result = await markWrong(desk, { ...target.data, wrong: values.wrong === "yes" }, now);
    if (result.ok) return leaveEditing(target.data);
    refresh();
    const t = await getTranslations("staff.record");
    return { values, problem: t("refused.changedMeanwhile") };
  });
}

type EntryForm = z.infer<typeof entryFormSchema>;

async function write<Values>(
  form: FormData,
  schemaOn: (today: string) => z.ZodType<Values>,
  command: (desk: Desk, input: EntryForm & { values: Values }, now: Date) => Promise<RecordResult>,
): Promise<SettingsState> {
  const values = typedValues(form);
  return atDesk(values, async (desk, now) => {
    const target = entryFormSchema.safeParse(values);
    if (!target.success) return invalidRecord(values, target.error);
    const typed = schemaOn(berlinDay(now)).safeParse(values);
    if (!typed.success) return invalidRecord(values, typed.error);
    const result = await command(desk, { ...target.data, values: typed.data }, now);
    const t = await getTranslations("staff.record");
    if (result.ok && values.editing) return leaveEditing(target.data);
    refresh();
    if (result.ok) return { done: t("saved") };
    const standing = result.reason === "changedMeanwhile" ? await standingEntry(desk, target.data) : {};
    return { values, problem: t(`refused.${result.reason}`), ...standing };
  });
}

/** Back to the list, where the entry stands as it is now. */
async function leaveEditing({ caseId, entry }: EntryForm): Promise<never> {
  redirect(`/${await getLocale()}/dashboard/cases/${caseId}/sessions?saved=${entry}#entry-${entry}`);
}

/** What an entry says now, for whoever was about to write over it. */
async function standingEntry(desk: Desk, { caseId, entry }: EntryForm): Promise<SettingsState> {
  const [record, t, lists] = await Promise.all([
    readRecord(desk, caseId),
    getTranslations("staff"),
    listsFor(desk),
  ]);
  const session = record.sessions.find(({ id }) => id === entry);
  if (session) {
    return { seen: String(session.version), current: sessionSayings({ t, lists }, session.values) };
  }
  const intervention = record.interventions.find(({ id }) => id === entry);
  if (!intervention) return {};
  return {
    seen: String(intervention.version),
    current: interventionSayings({ t, lists }, intervention.values),
  };
}
