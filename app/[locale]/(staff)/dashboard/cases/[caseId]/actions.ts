"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { SettingsState } from "@/components/settings/form-spec";
import type { FormState } from "@/components/staff/form-state";
import { addNote, answerPerson, assignCase, changeStatus, markRead } from "@/lib/cases/commands";
import {
  addNoteSchema,
  answerPersonSchema,
  assignCaseSchema,
  changeStatusSchema,
  markReadSchema,
} from "@/lib/cases/schema";
import { nested } from "@/lib/http/nested";
import { closeCase } from "@/lib/record/commands";
import { closeCaseSchema } from "@/lib/record/schema";
import { typedValues } from "../../../form-values";
import { atDesk, commandAtDesk } from "../../at-desk";
import { invalidRecord } from "./record/invalid-record";

export const answerAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  commandAtDesk(form, answerPersonSchema, answerPerson, "answer");

export const noteAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  commandAtDesk(form, addNoteSchema, addNote, "notes");

export const changeStatusAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  commandAtDesk(form, changeStatusSchema, changeStatus, "status");

/** Closes the case with what came of it. */
export async function closeAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  const values = typedValues(form);
  return atDesk(values, async (desk, now) => {
    const input = closeCaseSchema.safeParse(nested(values));
    if (!input.success) return invalidRecord(values, input.error);
    const t = await getTranslations("staff");
    const result = await closeCase(desk, input.data, now);
    refresh();
    return result.ok ? { done: t("record.close.done") } : { values, problem: t(`refused.${result.reason}`) };
  });
}

export const assignAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  commandAtDesk(form, assignCaseSchema, assignCase, "assign");

export const markReadAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  commandAtDesk(form, markReadSchema, markRead, "assign");
