"use server";

import type { PasskeyState } from "@/components/accounts/passkey-state";
import { askToSignIn, openSessionByPasskey } from "@/lib/accounts/commands";
import { assertionSchema } from "@/lib/accounts/schema";
import type { AuthenticationResponseJSON } from "@/lib/accounts/types";
import { keepCeremony, takeCeremony } from "@/lib/auth/proof";
import { currentCaller } from "@/lib/auth/session";
import { fieldsOf, keepingTyped, refusalState } from "../account/refusals";
import { finishStep } from "./finish-step";

/** Asks the browser for any passkey of ours. Anybody may ask: a challenge tells nothing and costs nothing. */
export const beginPasskeySignInAction = async (
  _previous: PasskeyState,
  form: FormData,
): Promise<PasskeyState> =>
  keepingTyped<PasskeyState>(form, async (_t, _values, now) => {
    const { options, ceremony } = await askToSignIn();
    await keepCeremony(ceremony, now);
    return { options };
  });

export const finishPasskeySignInAction = async (
  _previous: PasskeyState,
  form: FormData,
): Promise<PasskeyState> =>
  keepingTyped<PasskeyState>(form, async (t, values, now) => {
    const ceremony = await takeCeremony(now);
    const input = assertionSchema.safeParse(fieldsOf(form));
    if (!input.success) return { problem: t("signIn.passkeyRefused") };
    const response = input.data.credential as unknown as AuthenticationResponseJSON;
    const result = await openSessionByPasskey(
      ceremony,
      response,
      input.data.prf,
      await currentCaller(now),
      now,
    );
    if (result.ok) return { href: await finishStep(result, now) };
    if (result.reason === "notUsable") return { problem: t("signIn.passkeyRefused") };
    return refusalState(t, values, result, t("signIn.passkeyRefused"));
  });
