"use client";

import { useActionState } from "react";
import { describe, Field, FormNotice, Hidden, Submit } from "@/components/staff/form-parts";
import type { FormAction, FormState } from "@/components/staff/form-state";

type LeaveWords = { label: string; help: string; button: string; pending: string; cancel: string };

type LeaveFormProps = {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  options: { value: string; label: string }[];
  cancelHref: string;
  words: LeaveWords;
};

/** Who takes over, and the button that takes the access away. */
export function LeaveForm({ action, hidden, options, cancelHref, words }: LeaveFormProps) {
  const [state, formAction] = useActionState<FormState, FormData>(action, {});
  const chosen = state.values?.casesTo ?? "";
  return (
    <form action={formAction} className="stack">
      <Hidden fields={hidden} state={state} />
      <Field id="casesTo" label={words.label} help={words.help}>
        {/* A new element for a new default: resetting the form brings an old one back to its first. */}
        <select key={chosen} {...describe("casesTo", words.help)} name="casesTo" defaultValue={chosen}>
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <FormNotice state={state} />
      <p className="actions">
        <Submit className="button button-danger" label={words.button} pending={words.pending} />
        <a className="button button-quiet" href={cancelHref}>
          {words.cancel}
        </a>
      </p>
    </form>
  );
}
