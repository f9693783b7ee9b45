"use client";

import { useActionState } from "react";
import { FormNotice, Submit } from "@/components/staff/form-parts";
import type { FormAction, FormState } from "@/components/staff/form-state";
import { Sign } from "@/components/staff/sign";

type SwitchFormProps = { action: FormAction; site: string; label: string; pending: string };

/** The way to another desk of one's own. */
export function SwitchForm({ action, site, label, pending }: SwitchFormProps) {
  const [state, formAction] = useActionState<FormState, FormData>(action, {});
  return (
    <form action={formAction} className="desk-switch">
      <input type="hidden" name="site" value={site} />
      <Sign name="pin" />
      <Submit className="rail-link" label={label} pending={pending} />
      <FormNotice state={state} />
    </form>
  );
}
