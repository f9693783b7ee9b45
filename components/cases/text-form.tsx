"use client";

import { useActionState } from "react";
import { describe, Field, FormNotice, Submit } from "@/components/staff/form-parts";
import type { FormAction, FormState } from "@/components/staff/form-state";

export type TextFormWords = { label: string; help?: string; button: string; pending: string };

type TextFormProps = {
  id: string;
  action: FormAction;
  /** What travels along unseen: the case, and what makes sending twice the same as sending once. */
  hidden: Record<string, string>;
  words: TextFormWords;
  rows: number;
  /** The address of the page, where what was typed is to come back although the page has changed. */
  page?: string;
};

/** A text to send: an answer to the person, or a note to colleagues. What was typed survives every refusal. */
export function TextForm({ id, action, hidden, words, rows, page }: TextFormProps) {
  const [state, formAction] = useActionState<FormState, FormData>(action, {}, page);
  const error = state.errors?.text;
  return (
    <form action={formAction} className="stack" noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field id={id} label={words.label} help={words.help} error={error}>
        <textarea
          {...describe(id, words.help, error)}
          name="text"
          rows={rows}
          dir="auto"
          autoComplete="off"
          defaultValue={state.values?.text ?? ""}
        />
      </Field>
      <FormNotice state={state} />
      <p className="actions">
        <Submit label={words.button} pending={words.pending} />
      </p>
    </form>
  );
}
