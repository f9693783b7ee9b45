"use client";

import { useActionState } from "react";
import { FormNotice, Submit } from "@/components/staff/form-parts";
import type { FormAction, FormState } from "@/components/staff/form-state";
import { Sign } from "@/components/staff/sign";

type SwitchFormProps = {
  action: FormAction;
  site: string;
  label: string;
  pending: string;
  /** What switching does to what is not saved. */
  help: string;
};

/** The way to another desk of one's own. */
export function SwitchForm({ action, site, label, pending, help }: SwitchFormProps) {
  const [state, formAction] = useActionState<FormState, FormData>(action, {});
  return (
    <form action={formAction} className="desk-switch">
      <input type="hidden" name="site" value={site} />
      <Sign name="pin" />
      <Submit className="rail-link" label={label} pending={pending} />
      <p className="help">{help}</p>
      <FormNotice state={state} />
    </form>
  );
}
