"use client";

import { useActionState } from "react";
import { describe, Field, FormNotice, Hidden, Submit } from "@/components/staff/form-parts";
import type { FormAction, FormState } from "@/components/staff/form-state";

type GrantWords = {
  heading: string;
  text: string;
  why: string;
  whyText: string;
  label: string;
  help: string;
  button: string;
  pending: string;
};

type GrantFormProps = {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  /** Whether the person still waits. Afterwards only the word that it is done remains. */
  waiting: boolean;
  words: GrantWords;
};

/** The digits that a newcomer reads out. Typed, because whoever only compares soon stops comparing. */
export function GrantForm({ action, hidden, waiting, words }: GrantFormProps) {
  const [state, formAction] = useActionState<FormState, FormData>(action, {});
  if (!waiting) return <FormNotice state={state} />;
  const error = state.errors?.fingerprint;
  return (
    <section className="card stack person-grant">
      <h2>{words.heading}</h2>
      <p>{words.text}</p>
      <form action={formAction} className="stack" noValidate autoComplete="off">
        <Hidden fields={hidden} state={state} />
        <FormNotice state={state} />
        <Field id="fingerprint" label={words.label} help={words.help} error={error}>
          <input
            {...describe("fingerprint", words.help, error)}
            className="digits"
            name="fingerprint"
            type="text"
            inputMode="numeric"
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            defaultValue={state.values?.fingerprint ?? ""}
          />
        </Field>
        <p className="actions">
          <Submit label={words.button} pending={words.pending} />
        </p>
      </form>
      <details className="more">
        <summary>{words.why}</summary>
        <p>{words.whyText}</p>
      </details>
    </section>
  );
}
