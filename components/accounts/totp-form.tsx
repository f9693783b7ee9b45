"use client";

import { useActionState } from "react";
import { FormNotice, Submit } from "@/components/staff/form-parts";
import type { FormAction, FormState } from "@/components/staff/form-state";
import { AccountField } from "./account-form";

export type TotpSetupShown = { ticket: string; qr: string; address: string; text: string };
export type TotpState = FormState & { readonly setup?: TotpSetupShown };

export type TotpWords = {
  scan: string;
  qr: string;
  typed: string;
  open: string;
  code: string;
  codeHelp: string;
  button: string;
  pending: string;
};

type TotpFormProps = { action: FormAction<TotpState>; setup: TotpSetupShown; words: TotpWords };

/** Sets an authenticator app up. After a refusal it is the same secret, because the app has it already. */
export function TotpForm({ action, setup: offered, words }: TotpFormProps) {
  const [state, formAction] = useActionState<TotpState, FormData>(action, {});
  const setup = state.setup ?? offered;
  return (
    <form action={formAction} className="stack" noValidate>
      <input type="hidden" name="ticket" value={setup.ticket} />
      <p>{words.scan}</p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by the server from its own random secret */}
      <div className="qr" role="img" aria-label={words.qr} dangerouslySetInnerHTML={{ __html: setup.qr }} />
      <p className="help">
        <a href={setup.address}>{words.open}</a>
      </p>
      <p>
        {words.typed}
        <br />
        <code className="secret" dir="ltr" data-testid="totp-secret">
          {setup.text}
        </code>
      </p>
      <FormNotice state={state} />
      <AccountField
        form="totp"
        field={{ name: "code", kind: "code", label: words.code, help: words.codeHelp }}
        state={state}
      />
      <p className="actions">
        <Submit label={words.button} pending={words.pending} />
      </p>
    </form>
  );
}
