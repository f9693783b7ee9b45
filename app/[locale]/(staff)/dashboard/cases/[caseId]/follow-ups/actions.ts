"use server";

import { refresh } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { SettingsState } from "@/components/settings/form-spec";
import type { FormState } from "@/components/staff/form-state";
import { formatDay } from "@/components/staff/wording";
import type { Desk } from "@/lib/auth/desk";
import {
  addFollowUp,
  adoptDeadline,
  changeFollowUp,
  type FollowUpResult,
  finishFollowUp,
} from "@/lib/follow-ups/commands";
import { listFollowUps } from "@/lib/follow-ups/queries";
import {
  addFollowUpSchema,
  adoptDeadlineSchema,
  changeFollowUpSchema,
  FOLLOW_UP_ERRORS,
  finishFollowUpSchema,
} from "@/lib/follow-ups/schema";
import { typedValues } from "../../../../form-values";
import { atDesk, invalidIn } from "../../../at-desk";

export const addFollowUpAction = async (_previous: SettingsState, form: FormData): Promise<SettingsState> =>
  command(form, addFollowUpSchema, addFollowUp, "added");

export const adoptDeadlineAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  command(form, adoptDeadlineSchema, adoptDeadline, "added");

export const finishFollowUpAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  command(form, finishFollowUpSchema, finishFollowUp, "saved");

export const changeFollowUpAction = async (
  _previous: SettingsState,
  form: FormData,
): Promise<SettingsState> => command(form, changeFollowUpSchema, changeFollowUp, "saved", standing);

type Target = { caseId: string; followUpId: string };

/** Checks a form and carries out one command with it. */
async function command<Input extends Target>(
  form: FormData,
  schema: z.ZodType<Input>,
  work: (desk: Desk, input: Input, now: Date) => Promise<FollowUpResult>,
  done: "added" | "saved",
  whatStands: (desk: Desk, target: Target) => Promise<SettingsState> = async () => ({}),
): Promise<SettingsState> {
  const values = typedValues(form);
  return atDesk(values, async (desk, now) => {
    // What the form was opened on travels as `seen`, where it can be opened on something newer after a conflict.
    const input = schema.safeParse({ ...values, version: values.seen ?? values.version });
    if (!input.success) return invalidFollowUp(values, input.error);
    const result = await work(desk, input.data, now);
    const t = await getTranslations("staff");
    refresh();
    const stands = await whatStands(desk, input.data);
    // What is changed again from here on rests on what was just saved.
    if (result.ok) return { done: t(`followUps.${done}`), ...(stands.seen ? { seen: stands.seen } : {}) };
    return { values, problem: t(`refused.${result.reason}`), ...stands };
  });
}

/** The errors of a form of follow-ups in words, beside their fields. */
const invalidFollowUp = (values: Record<string, string>, error: z.ZodError): Promise<FormState> =>
  invalidIn(values, error, (t, message) => {
    const code = FOLLOW_UP_ERRORS.find((known) => known === message);
    return code ? t(`followUps.errors.${code}`) : t("errors.choiceMissing");
  });

/** What a follow-up says now, for whoever was about to write over it. */
async function standing(desk: Desk, { caseId, followUpId }: Target): Promise<SettingsState> {
  const [{ open, done }, t, locale] = await Promise.all([
    listFollowUps(desk, caseId),
    getTranslations("staff.followUps"),
    getLocale(),
  ]);
  const now = [...open, ...done].find(({ id }) => id === followUpId);
  if (!now) return {};
  return {
    seen: String(now.version),
    current: [
      { label: t("dueOn"), text: formatDay(locale, now.dueOn) },
      { label: t("text"), text: now.text ?? "" },
      ...(now.doneOn ? [{ label: t("finish"), text: formatDay(locale, now.doneOn) }] : []),
    ],
  };
}
