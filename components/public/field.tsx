import type { ReactNode } from "react";
import type { Translator } from "@/lib/i18n/translator";
import { Icon } from "./icons";

/** The words around one field. `error` is the finished sentence. */
export type FieldWords = {
  t: Translator;
  name: string;
  label: string;
  help?: string;
  error?: string | undefined;
  optional?: boolean;
};

/** What ties a field to its words for assistive technology. */
export const describe = ({ name, help, error }: FieldWords) => ({
  id: name,
  name,
  "aria-describedby":
    [help && `${name}-help`, error && `${name}-error`].filter(Boolean).join(" ") || undefined,
  "aria-invalid": error ? true : undefined,
});

/** Question, help, error, then the field: in the order in which they are read. */
export function Field({ children, ...words }: FieldWords & { children: ReactNode }) {
  return (
    <div className={words.error ? "field invalid" : "field"}>
      <label htmlFor={words.name}>
        {words.label} {words.optional && <Optional t={words.t} />}
      </label>
      <HelpAndError {...words} />
      {children}
    </div>
  );
}

export function HelpAndError({ name, help, error }: FieldWords) {
  return (
    <>
      {help && (
        <p className="help" id={`${name}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p className="error" id={`${name}-error`}>
          <Icon name="alert" />
          {error}
        </p>
      )}
    </>
  );
}

export const Optional = ({ t }: { t: Translator }) => (
  <span className="optional">({t("public.optional")})</span>
);

type LineProps = FieldWords & {
  value: string;
  type?: "text" | "tel" | "email";
  inputMode?: "numeric";
  dir?: "ltr" | "auto";
  className?: string;
};

/** A one-line field. Nothing is filled in or remembered by the browser: the device may be shared. */
export function LineField({ value, type = "text", inputMode, dir = "auto", className, ...words }: LineProps) {
  return (
    <Field {...words}>
      <input
        {...describe(words)}
        type={type}
        inputMode={inputMode}
        dir={dir}
        className={className}
        defaultValue={value}
        autoComplete="off"
        spellCheck={type === "text" && !inputMode ? undefined : false}
      />
    </Field>
  );
}

type TextProps = FieldWords & { value: string; rows: number; limit?: number };

/** A field for sentences. There is no `maxlength`: it would cut pasted text without a word. */
export function TextField({ value, rows, limit, ...words }: TextProps) {
  return (
    <Field {...words}>
      <textarea {...describe(words)} rows={rows} dir="auto" defaultValue={value} autoComplete="off" />
      {limit && (
        <p
          className="count"
          aria-live="polite"
          data-count={words.name}
          data-limit={limit}
          data-left={words.t("public.contact.what.left", { count: "0" })}
          data-over={words.t("public.contact.what.over", { count: "0" })}
        />
      )}
    </Field>
  );
}
