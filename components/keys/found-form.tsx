"use client";

import { useActionState } from "react";
import { FormNotice, Hidden, Submit } from "@/components/staff/form-parts";
import type { FormAction, FormState } from "@/components/staff/form-state";
import { NameField } from "./name-field";

type FoundWords = { name: string; nameHelp: string; button: string; pending: string };

type FoundProps = { action: FormAction; hidden: Readonly<Record<string, string>>; words: FoundWords };

/** Makes the first key of a site; all it asks is how colleagues will see whoever makes it. */
export function FoundForm({ action, hidden, words }: FoundProps) {
  const [state, formAction] = useActionState<FormState, FormData>(action, {});
  return (
    <form action={formAction} className="stack" noValidate>
      <Hidden fields={hidden} state={state} />
      <FormNotice state={state} />
      <NameField label={words.name} help={words.nameHelp} state={state} />
      <p className="actions">
        <Submit label={words.button} pending={words.pending} />
      </p>
    </form>
  );
}
