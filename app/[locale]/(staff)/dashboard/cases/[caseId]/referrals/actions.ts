"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { z } from "zod";
import { referralSayings } from "@/components/referrals/referral-sayings";
import type { SettingsState } from "@/components/settings/form-spec";
import type { StaffWords } from "@/components/staff/wording";
import type { Desk } from "@/lib/auth/desk";
import { caseIdSchema } from "@/lib/cases/schema";
import {
  agreeAppointment,
  askConsent,
  changeDraft,
  draftReferral,
  finishReferral,
  markSent,
  recordAnswer,
  recordConsent,
  revokeConsent,
} from "@/lib/referrals/commands";
import { findReferral } from "@/lib/referrals/queries";
import {
  appointmentSchema,
  askConsentSchema,
  changeDraftSchema,
  draftReferralSchema,
  finishReferralSchema,
  markSentSchema,
  REFERRAL_ERRORS,
  recordAnswerSchema,
  recordConsentSchema,
  revokeConsentSchema,
} from "@/lib/referrals/schema";
import { typedValues } from "../../../../form-values";
import { atDesk, invalidIn } from "../../../at-desk";
import { ownValues } from "./draft-fields";
import { offeredTexts } from "./offered-texts";

type Done = "draft" | "ask" | "record" | "revoke" | "send" | "appointment" | "answer" | "finish";
type Target = { caseId: string; referralId: string };
type Refusal = Exclude<Awaited<ReturnType<typeof askConsent>>, { ok: true }>["reason"];
type Command<Input> = (desk: Desk, input: Input, now: Date) => ReturnType<typeof askConsent>;

/** Writes a new draft, and leads to it. */
export async function draftReferralAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  const values = typedValues(form);
  return atDesk(values, async (desk, now) => {
    const input = draftReferralSchema.safeParse(await ownWords(desk, values));
    if (!input.success) return invalidReferral(values, input.error);
    const result = await draftReferral(desk, input.data, now);
    if (!result.ok) return refused(desk, values, input.data, result.reason);
    const { caseId, referralId } = input.data;
    redirect(`/${await getLocale()}/dashboard/cases/${caseId}/referrals/${referralId}`);
  });
}

export const changeDraftAction = async (_: SettingsState, form: FormData): Promise<SettingsState> =>
  take(form, changeDraftSchema, changeDraft, "draft", ownWords);

export const askConsentAction = async (_: SettingsState, form: FormData): Promise<SettingsState> =>
  take(form, askConsentSchema, askConsent, "ask");

export const recordConsentAction = async (_: SettingsState, form: FormData): Promise<SettingsState> =>
  take(form, recordConsentSchema, recordConsent, "record");

export const revokeConsentAction = async (_: SettingsState, form: FormData): Promise<SettingsState> =>
  take(form, revokeConsentSchema, revokeConsent, "revoke");

export const markSentAction = async (_: SettingsState, form: FormData): Promise<SettingsState> =>
  take(form, markSentSchema, markSent, "send");

export const appointmentAction = async (_: SettingsState, form: FormData): Promise<SettingsState> =>
  take(form, appointmentSchema, agreeAppointment, "appointment");

export const recordAnswerAction = async (_: SettingsState, form: FormData): Promise<SettingsState> =>
  take(form, recordAnswerSchema, recordAnswer, "answer");

export const finishReferralAction = async (_: SettingsState, form: FormData): Promise<SettingsState> =>
  take(form, finishReferralSchema, finishReferral, "finish");

/** Takes a referral one step further. What it rests on travels along: of a draft what its form was opened on. */
async function take<Input extends Target>(
  form: FormData,
  schema: z.ZodType<Input>,
  command: Command<Input>,
  done: Done,
  meant: typeof ownWords = async (_desk, values) => values,
): Promise<SettingsState> {
  const values = typedValues(form);
  return atDesk(values, async (desk, now): Promise<SettingsState> => {
    const typed = await meant(desk, values);
    const input = schema.safeParse({ ...typed, version: values.version ?? values.seen });
    if (!input.success) return invalidReferral(values, input.error);
    const result = await command(desk, input.data, now);
    refresh();
    if (!result.ok) return refused(desk, values, input.data, result.reason);
    const t = await getTranslations("staff.referrals");
    const { referral } = await findReferral(desk, input.data.caseId, input.data.referralId);
    return { done: t(`${done}.done`), seen: String(referral.version) };
  });
}

/** A draft's form sends along what the case offers; that is not to be kept as somebody's own. */
async function ownWords(desk: Desk, values: Record<string, string>): Promise<Record<string, string>> {
  const caseId = caseIdSchema.safeParse(values.caseId);
  return caseId.success ? ownValues(values, await offeredTexts(desk, caseId.data)) : values;
}

/** Why nothing was done; after somebody else's change with what stands there now, to be compared. */
async function refused(
  desk: Desk,
  values: Record<string, string>,
  { caseId, referralId }: Target,
  reason: Refusal,
): Promise<SettingsState> {
  const [t, locale] = await Promise.all([getTranslations("staff"), getLocale()]);
  const problem = t(`referrals.refused.${reason}`);
  if (reason !== "changedMeanwhile") return { values, problem };
  const { referral } = await findReferral(desk, caseId, referralId);
  const current = referralSayings({ t, locale }, referral);
  const seen = String(referral.version);
  // Sent again, it rests on what is shown now.
  return { values: values.version ? { ...values, version: seen } : values, problem, seen, current };
}

const invalidReferral = (values: Record<string, string>, error: z.ZodError): Promise<SettingsState> =>
  invalidIn(values, error, (t: StaffWords, message) => {
    const code = REFERRAL_ERRORS.find((known) => known === message);
    return code ? t(`referrals.errors.${code}`) : t("errors.choiceMissing");
  });
