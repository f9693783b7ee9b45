"use client";

import { useActionState } from "react";
import { describe, Field, FormNotice, Submit } from "@/components/staff/form-parts";
import type { FormAction, FormState } from "@/components/staff/form-state";
import { NameField } from "./name-field";

type RestoreWords = {
  shares: readonly { name: string; label: string }[];
  shareHelp: string;
  name: string;
  nameHelp: string;
  button: string;
  pending: string;
};

/** Two sheets typed from paper. They stay after a refusal: they are long, and what was typed is nearly right. */
export function RestoreForm({ action, words }: { action: FormAction; words: RestoreWords }) {
  const [state, formAction] = useActionState<FormState, FormData>(action, {});
  return (
    <form action={formAction} className="stack" noValidate autoComplete="off">
      <FormNotice state={state} />
      {words.shares.map(({ name, label }) => (
        <ShareField key={name} name={name} label={label} help={words.shareHelp} state={state} />
      ))}
      <NameField label={words.name} help={words.nameHelp} state={state} />
      <p className="actions">
        <Submit label={words.button} pending={words.pending} />
      </p>
    </form>
  );
}

type ShareFieldProps = { name: string; label: string; help: string; state: FormState };

function ShareField({ name, label, help, state }: ShareFieldProps) {
  const error = state.errors?.[name];
  return (
    <Field id={name} label={label} help={help} error={error}>
      <textarea
        {...describe(name, help, error)}
        className="share-typed"
        name={name}
        rows={3}
        dir="ltr"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        defaultValue={state.values?.[name] ?? ""}
      />
    </Field>
  );
}
