import { describe, Field } from "@/components/staff/form-parts";
import type { EnterState, EnterWords, Option } from "./enter-state";

type Name =
  | "message"
  | "language"
  | "channel"
  | "relation"
  | "wish"
  | "safeContact"
  | "name"
  | "phone"
  | "email"
  | "postalCode"
  | "setting";
type Shared = { name: Name; words: EnterWords; state: EnterState };

/** A field for sentences. There is no `maxlength`: it would cut pasted text without a word. */
export function Paragraph({ name, words, state, help, rows }: Shared & { help: string; rows: number }) {
  const error = state.errors?.[name];
  return (
    <Field id={name} label={words[name]} help={help} error={error} wide>
      <textarea
        {...describe(name, help, error)}
        name={name}
        rows={rows}
        dir="auto"
        defaultValue={state.values?.[name] ?? ""}
      />
    </Field>
  );
}

type LineProps = Shared & { type?: "tel" | "email"; numeric?: boolean };

export function Line({ name, words, state, type, numeric }: LineProps) {
  const error = state.errors?.[name];
  return (
    <Field id={name} label={words[name]} error={error}>
      <input
        {...describe(name, undefined, error)}
        name={name}
        type={type ?? "text"}
        dir={type || numeric ? "ltr" : "auto"}
        inputMode={numeric ? "numeric" : undefined}
        spellCheck={type || numeric ? false : undefined}
        autoComplete="off"
        defaultValue={state.values?.[name] ?? ""}
      />
    </Field>
  );
}

type ChoiceProps = Shared & { options: Option[]; initial?: string };

export function Choice({ name, words, state, options, initial = "" }: ChoiceProps) {
  const chosen = state.values?.[name] ?? initial;
  return (
    <Field id={name} label={words[name]}>
      {/* A new element for a new default: resetting the form brings an old one back to its first. */}
      <select key={chosen} id={name} name={name} defaultValue={chosen}>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}
