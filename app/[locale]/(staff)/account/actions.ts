"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { RecoveryState } from "@/components/accounts/recovery-form";
import type { TotpState } from "@/components/accounts/totp-form";
import type { FormState } from "@/components/staff/form-state";
import {
  changePassphrase,
  chooseLanguage,
  confirmRecoveryCode,
  confirmTotp,
  endOtherSessions,
  endOwnSession,
  makeRecoveryCode,
  removePasskey,
  sameTotp,
} from "@/lib/accounts/commands";
import {
  ALL_OTHERS,
  changePassphraseSchema,
  confirmRecoverySchema,
  confirmTotpSchema,
  passkeySchema,
  sessionSchema,
} from "@/lib/accounts/schema";
import { chooseSite, currentCaller, currentSessionHash } from "@/lib/auth/session";
import { isStaffLocale } from "@/lib/i18n/locales";
import { atAccount, atFreshAccount } from "./at-account";
import { fieldsOf, refusalState } from "./refusals";

export const changePassphraseAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  atAccount(form, async (staff, t, values, now) => {
    const input = changePassphraseSchema.safeParse(fieldsOf(form));
    if (!input.success) return { values, problem: t("account.problems.empty") };
    const { address } = await currentCaller(now);
    const here = { address, sessionHash: await currentSessionHash() };
    const result = await changePassphrase(staff, input.data, here, now);
    if (!result.ok) return refusalState(t, values, result, "");
    refresh();
    return { done: t("account.passphrase.done") };
  });

export const confirmTotpAction = async (_previous: TotpState, form: FormData): Promise<TotpState> =>
  atFreshAccount<TotpState>(form, async (staff, t, values, now) => {
    const input = confirmTotpSchema.safeParse(fieldsOf(form));
    const setup = sameTotp(staff, values.ticket ?? "", now);
    if (!input.success || !setup) return { problem: t("account.problems.over") };
    const result = await confirmTotp(staff, input.data, now);
    if (!result.ok) return { setup, ...refusalState(t, values, result, t("account.problems.wrongCode")) };
    refresh();
    return { done: t("account.factors.totpDone") };
  });

export const makeRecoveryCodeAction = async (
  _previous: RecoveryState,
  form: FormData,
): Promise<RecoveryState> =>
  atFreshAccount<RecoveryState>(form, async (staff, _t, _values, now) => makeRecoveryCode(staff, now));

export const confirmRecoveryCodeAction = async (
  _previous: RecoveryState,
  form: FormData,
): Promise<RecoveryState> =>
  atAccount<RecoveryState>(form, async (staff, t, values, now) => {
    const input = confirmRecoverySchema.safeParse(fieldsOf(form));
    if (!input.success) return { problem: t("account.problems.over") };
    const result = await confirmRecoveryCode(staff, input.data, now);
    if (!result.ok && result.reason === "over") return { problem: t("account.problems.over") };
    if (!result.ok) return { ticket: input.data.ticket, ...refusalState(t, values, result, "") };
    refresh();
    return { done: t("account.recovery.done") };
  });

export const removePasskeyAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  atFreshAccount(form, async (staff, t) => {
    const input = passkeySchema.safeParse(fieldsOf(form));
    if (!input.success) return { problem: t("errors.choiceMissing") };
    await removePasskey(staff, input.data.id);
    refresh();
    return { done: t("account.factors.removed") };
  });

/** Ends one of the person's sessions, or all but this one. */
export const endSessionAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  atAccount(form, async (staff, t) => {
    const input = sessionSchema.safeParse(fieldsOf(form));
    if (!input.success) return { problem: t("errors.choiceMissing") };
    if (input.data.id === ALL_OTHERS) await endOtherSessions(staff, await currentSessionHash());
    else await endOwnSession(staff, input.data.id);
    refresh();
    return { done: t("account.sessions.ended") };
  });

export const chooseSiteAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  atAccount(form, async (staff) => {
    const site = String(form.get("site") ?? "");
    if (staff.memberships.some(({ siteId }) => siteId === site)) await chooseSite(site);
    redirect(`/${await getLocale()}/sign-in`); // which knows where whom to send
  });

export const chooseLanguageAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  atAccount(form, async (staff, t) => {
    const locale = String(form.get("locale") ?? "");
    if (!isStaffLocale(locale)) return { problem: t("errors.choiceMissing") };
    await chooseLanguage(staff, locale);
    redirect(`/${locale}/account`);
  });
