import type { Option, OptionGroup } from "@/components/settings/form-spec";
import { ChoiceOptions } from "@/components/settings/settings-field";
import { describe, Field } from "@/components/staff/form-parts";
import type { EnterState, EnterWords } from "./enter-state";

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
  | "setting"
  | "mainGround"
  | "lifeArea"
  | "incidentOn"
  | "incidentWhere"
  | "party"
  | "followUpOn"
  | "nextStep";
type Shared = { name: Name; words: EnterWords; state: EnterState };

type ParagraphProps = Shared & {
  help: string;
  rows: number;
  /** The one that a call begins with. */
  first?: boolean;
};

/** A field for sentences. There is no `maxlength`: it would cut pasted text without a word. */
export function Paragraph({ name, words, state, help, rows, first }: ParagraphProps) {
  const error = state.errors?.[name];
  return (
    <Field id={name} label={words[name]} help={help} error={error} wide>
      <textarea
        {...describe(name, help, error)}
        name={name}
        rows={rows}
        dir="auto"
        // biome-ignore lint/a11y/noAutofocus: somebody on the phone opens this page to write, and begins at once
        autoFocus={first}
        defaultValue={state.values?.[name] ?? ""}
      />
    </Field>
  );
}

type LineProps = Shared & { type?: "tel" | "email" | "date"; numeric?: boolean };

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

type ChoiceProps = Shared & { options: (Option | OptionGroup)[]; initial?: string };

export function Choice({ name, words, state, options, initial = "" }: ChoiceProps) {
  const chosen = state.values?.[name] ?? initial;
  return (
    <Field id={name} label={words[name]}>
      {/* A new element for a new default: resetting the form brings an old one back to its first. */}
      <select key={chosen} id={name} name={name} defaultValue={chosen}>
        <ChoiceOptions options={options} />
      </select>
    </Field>
  );
}
