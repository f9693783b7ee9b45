"use client";

import { useActionState } from "react";
import { describe, Field, FormNotice, Hidden, Submit } from "@/components/staff/form-parts";
import type { FormAction, FormState } from "@/components/staff/form-state";

type ChoiceFormProps = {
  id: string;
  action: FormAction;
  hidden: Record<string, string>;
  name: string;
  label: string;
  options: { value: string; label: string }[];
  /** What holds at the moment. */
  current: string;
  button: string;
  pending: string;
};

/** One choice and the button that makes it. What was chosen survives every refusal that leaves it possible. */
export function ChoiceForm({
  id,
  action,
  hidden,
  name,
  label,
  options,
  current,
  button,
  pending,
}: ChoiceFormProps) {
  const [state, formAction] = useActionState<FormState, FormData>(action, {});
  const typed = state.values?.[name];
  const chosen = options.some(({ value }) => value === typed) ? (typed ?? current) : current;
  const error = state.errors?.[name];
  return (
    <form action={formAction} className="stack" noValidate>
      <Hidden fields={hidden} state={state} />
      <Field id={id} label={label} error={error}>
        <div className="choice">
          {/* A new element for a new default: resetting the form brings an old one back to its first. */}
          <select
            key={`${chosen} ${hidden.version}`}
            {...describe(id, undefined, error)}
            name={name}
            defaultValue={chosen}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Submit className="button button-quiet" label={button} pending={pending} />
        </div>
      </Field>
      <FormNotice state={state} />
    </form>
  );
}
