"use client";

import { type ReactNode, useActionState } from "react";
import { describe, Field, FormNotice, Submit } from "@/components/staff/form-parts";
import type { FormAction, FormState } from "@/components/staff/form-state";

export type FieldKind = "email" | "passphrase" | "newPassphrase" | "code" | "printed";
export type FieldSpec = { name: string; kind: FieldKind; label: string; help?: string | undefined };

/** How each kind of field behaves; what it holds is Latin letters and digits in every language. */
const INPUTS: Record<FieldKind, React.InputHTMLAttributes<HTMLInputElement>> = {
  email: { type: "email", autoComplete: "username", maxLength: 300 },
  passphrase: { type: "password", autoComplete: "current-password" },
  newPassphrase: { type: "password", autoComplete: "new-password" },
  code: { type: "text", inputMode: "numeric", autoComplete: "one-time-code" },
  printed: { type: "text", autoComplete: "off", autoCapitalize: "characters" },
};

const SECRET: readonly FieldKind[] = ["passphrase", "newPassphrase"];

type AccountFormProps = {
  /** Names the form among others of its page. */
  id: string;
  action: FormAction;
  fields?: readonly FieldSpec[];
  hidden?: Readonly<Record<string, string>>;
  words: { button: string; pending: string };
  quiet?: boolean;
  children?: ReactNode;
};

/** A form about somebody's own access. What was typed survives a refusal; a passphrase never does. */
export function AccountForm({
  id,
  action,
  fields = [],
  hidden = {},
  words,
  quiet,
  children,
}: AccountFormProps) {
  const [state, formAction] = useActionState<FormState, FormData>(action, {});
  return (
    <form action={formAction} className="stack" noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormNotice state={state} />
      {fields.map((field) => (
        <AccountField key={field.name} form={id} field={field} state={state} />
      ))}
      {children}
      <p className="actions">
        <Submit
          className={quiet ? "button button-quiet" : "button"}
          label={words.button}
          pending={words.pending}
        />
      </p>
    </form>
  );
}

type AccountFieldProps = { form: string; field: FieldSpec; state: FormState };

export function AccountField({ form, field: { name, kind, label, help }, state }: AccountFieldProps) {
  const id = `${form}-${name}`;
  const error = state.errors?.[name];
  return (
    <Field id={id} label={label} help={help} error={error}>
      <input
        {...describe(id, help, error)}
        {...INPUTS[kind]}
        name={name}
        dir="ltr"
        required
        spellCheck={false}
        defaultValue={SECRET.includes(kind) ? undefined : (state.values?.[name] ?? "")}
      />
    </Field>
  );
}
