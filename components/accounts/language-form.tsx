"use client";

import { useActionState } from "react";
import { Field, FormNotice, Submit } from "@/components/staff/form-parts";
import type { FormAction, FormState } from "@/components/staff/form-state";
import type { LocaleInfo } from "@/lib/i18n/locales";

type LanguageFormProps = {
  action: FormAction;
  locale: string;
  locales: readonly LocaleInfo[];
  words: { label: string; button: string; pending: string };
};

/** The language that somebody wants to work in. */
export function LanguageForm({ action, locale, locales, words }: LanguageFormProps) {
  const [state, formAction] = useActionState<FormState, FormData>(action, {});
  return (
    <form action={formAction} className="stack">
      <FormNotice state={state} />
      <Field id="locale" label={words.label}>
        <div className="choice">
          <select key={locale} id="locale" name="locale" defaultValue={locale}>
            {locales.map(({ tag, autonym }) => (
              <option key={tag} value={tag} lang={tag}>
                {autonym}
              </option>
            ))}
          </select>
          <Submit className="button button-quiet" label={words.button} pending={words.pending} />
        </div>
      </Field>
    </form>
  );
}
