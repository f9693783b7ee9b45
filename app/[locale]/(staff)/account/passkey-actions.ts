"use server";

import { refresh } from "next/cache";
import type { PasskeyState } from "@/components/accounts/passkey-state";
import { askToRegister, askToUnlock, registerPasskey, unlockWithPasskey } from "@/lib/accounts/commands";
import { assertionSchema, passkeySchema, registrationSchema } from "@/lib/accounts/schema";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@/lib/accounts/types";
import { keepCeremony, takeCeremony } from "@/lib/auth/proof";
import { currentCaller } from "@/lib/auth/session";
import { atFreshAccount } from "./at-account";
import { fieldsOf } from "./refusals";

/** Asks for a new passkey. */
export const beginPasskeyAction = async (_previous: PasskeyState, form: FormData): Promise<PasskeyState> =>
  atFreshAccount<PasskeyState>(form, async (staff, _t, _values, now) => {
    const { options, ceremony } = await askToRegister(staff);
    await keepCeremony(ceremony, now);
    return { options };
  });

/** Stores a new passkey, and offers to let it open the account by itself. */
export const finishPasskeyAction = async (_previous: PasskeyState, form: FormData): Promise<PasskeyState> =>
  atFreshAccount<PasskeyState>(form, async (staff, t, _values, now) => {
    const ceremony = await takeCeremony(now);
    const input = registrationSchema.safeParse(fieldsOf(form));
    if (!input.success) return { problem: t("account.problems.notUsable") };
    const response = input.data.credential as unknown as RegistrationResponseJSON;
    const result = await registerPasskey(staff, ceremony, response, await currentCaller(now), now);
    if (!result.ok) return { problem: t("account.problems.notUsable") };
    const unlock = await askToUnlock(staff, result.id);
    await keepCeremony(unlock.ceremony, now);
    return { done: t("account.factors.passkeyDone"), options: unlock.options };
  });

/** Asks a passkey that is there already to open the account by itself. */
export const beginUnlockAction = async (_previous: PasskeyState, form: FormData): Promise<PasskeyState> =>
  atFreshAccount<PasskeyState>(form, async (staff, t, _values, now) => {
    const input = passkeySchema.safeParse(fieldsOf(form));
    if (!input.success) return { problem: t("account.problems.notUsable") };
    const { options, ceremony } = await askToUnlock(staff, input.data.id);
    await keepCeremony(ceremony, now);
    return { options };
  });

export const finishUnlockAction = async (_previous: PasskeyState, form: FormData): Promise<PasskeyState> =>
  atFreshAccount<PasskeyState>(form, async (staff, t, _values, now) => {
    const ceremony = await takeCeremony(now);
    const input = assertionSchema.safeParse(fieldsOf(form));
    if (!input.success || !input.data.prf) return { problem: t("account.factors.cannotUnlock") };
    const response = input.data.credential as unknown as AuthenticationResponseJSON;
    const { ok } = await unlockWithPasskey(staff, ceremony, response, input.data.prf, now);
    if (!ok) return { problem: t("account.problems.notUsable") };
    refresh();
    return { done: t("account.factors.unlockDone") };
  });
