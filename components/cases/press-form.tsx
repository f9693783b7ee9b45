"use client";

import { useActionState } from "react";
import { FormNotice, Hidden, Submit } from "@/components/staff/form-parts";
import type { FormAction, FormState } from "@/components/staff/form-state";

type PressFormProps = { action: FormAction; hidden: Record<string, string>; button: string; pending: string };

/** A button that does one thing to the case. */
export function PressForm({ action, hidden, button, pending }: PressFormProps) {
  const [state, formAction] = useActionState<FormState, FormData>(action, {});
  return (
    <form action={formAction} className="press">
      <Hidden fields={hidden} state={state} />
      <Submit className="button button-quiet" label={button} pending={pending} />
      <FormNotice state={state} />
    </form>
  );
}
