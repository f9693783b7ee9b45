"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { DESK, type FormState } from "./form-state";
import { Sign } from "./sign";

/** Says beside the form what became of it. The region is always there, so that screen readers hear it change. */
export function FormNotice({ state: { problem, done, signIn } }: { state: FormState }) {
  return (
    <div role="status" className="form-notice">
      {problem && (
        <p className="notice notice-problem">
          <Sign name="alert" />
          <span>
            {problem}{" "}
            {signIn && (
              <a href={signIn.href} target="_blank" rel="noreferrer">
                {signIn.label}
              </a>
            )}
          </span>
        </p>
      )}
      {done && !problem && (
        <p className="notice notice-done">
          <Sign name="done" />
          <span>{done}</span>
        </p>
      )}
    </div>
  );
}

type HiddenProps = { fields: Readonly<Record<string, string>>; state: FormState };

/**
 * What a form carries along unseen. What was refused stays of the desk that it was written at, whichever desk its page
 * is drawn at now.
 */
export const Hidden = ({ fields, state: { values } }: HiddenProps) =>
  Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={name === DESK ? (values?.[DESK] ?? value) : value} />
  ));

type SubmitProps = { label: string; pending: string; className?: string; name?: string; value?: string };

/** While the action runs, a second press does nothing; the button keeps its place in the tab order. */
export function Submit({ label, pending, className = "button", ...field }: SubmitProps) {
  const { pending: running } = useFormStatus();
  return (
    <button
      type="submit"
      className={className}
      aria-disabled={running || undefined}
      onClick={(event) => running && event.preventDefault()}
      {...field}
    >
      {running ? pending : label}
    </button>
  );
}

export type FieldWords = { label: string; help?: string | undefined };

/** What ties a field to its words for assistive technology. Ids carry the form's name: a page has several. */
export const describe = (id: string, help?: string, error?: string) => ({
  id,
  "aria-describedby": [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ") || undefined,
  "aria-invalid": error ? true : undefined,
});

type FieldProps = FieldWords & {
  id: string;
  error?: string | undefined;
  wide?: boolean;
  children: ReactNode;
};

/** Question, help, error, then the field: in the order in which they are read. */
export function Field({ id, label, help, error, wide, children }: FieldProps) {
  return (
    <div className={["field", error && "field-invalid", wide && "field-wide"].filter(Boolean).join(" ")}>
      <label htmlFor={id}>{label}</label>
      {help && (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          <Sign name="alert" />
          {error}
        </p>
      )}
      {children}
    </div>
  );
}
