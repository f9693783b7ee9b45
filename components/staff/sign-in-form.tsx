"use client";

import { useActionState } from "react";
import { Field, FormNotice, Submit } from "./form-parts";
import type { FormAction, FormState } from "./form-state";

type SignInWords = { email: string; passphrase: string; button: string; pending: string };

/** The e-mail address stays after a refusal, the passphrase never does. */
export function SignInForm({ action, words }: { action: FormAction; words: SignInWords }) {
  const [state, formAction] = useActionState<FormState, FormData>(action, {});
  const refused = state.problem ? true : undefined;
  return (
    <form action={formAction} className="stack">
      <FormNotice state={state} />
      <Field id="email" label={words.email}>
        <input
          id="email"
          name="email"
          type="email"
          dir="ltr"
          required
          maxLength={300}
          autoComplete="username"
          spellCheck={false}
          aria-invalid={refused}
          defaultValue={state.values?.email ?? ""}
        />
      </Field>
      <Field id="passphrase" label={words.passphrase}>
        <input
          id="passphrase"
          name="passphrase"
          type="password"
          dir="ltr"
          required
          maxLength={1000}
          autoComplete="current-password"
          aria-invalid={refused}
        />
      </Field>
      <Submit label={words.button} pending={words.pending} />
    </form>
  );
}
