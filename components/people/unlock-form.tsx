"use client";

import { useActionState } from "react";
import { FormNotice, Hidden, Submit } from "@/components/staff/form-parts";
import type { FormAction, FormState } from "@/components/staff/form-state";

type UnlockFormProps = {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  /** Whether the account is locked. Afterwards only the word that it is not remains. */
  locked: boolean;
  words: { heading: string; text: string; button: string; pending: string };
};

/** Lets somebody sign in again who was away for long. */
export function UnlockForm({ action, hidden, locked, words }: UnlockFormProps) {
  const [state, formAction] = useActionState<FormState, FormData>(action, {});
  if (!locked) return <FormNotice state={state} />;
  return (
    <section className="card stack">
      <h2>{words.heading}</h2>
      <p>{words.text}</p>
      <form action={formAction} className="press">
        <Hidden fields={hidden} state={state} />
        <Submit className="button button-quiet" label={words.button} pending={words.pending} />
        <FormNotice state={state} />
      </form>
    </section>
  );
}
