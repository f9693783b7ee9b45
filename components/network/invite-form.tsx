"use client";

import { useActionState } from "react";
import { FormNotice, Submit } from "@/components/staff/form-parts";
import type { FormAction, FormState } from "@/components/staff/form-state";

export type InviteState = FormState & { readonly link?: string };
type InviteProps = {
  action: FormAction<InviteState>;
  site: string;
  words: { button: string; pending: string; link: string; help: string };
};

/** Makes a link for the first lead of a site, and shows it this once. */
export function InviteForm({ action, site, words }: InviteProps) {
  const [state, formAction] = useActionState<InviteState, FormData>(action, {});
  return (
    <form action={formAction} className="stack">
      <input type="hidden" name="site" value={site} />
      <p className="actions">
        <Submit label={words.button} pending={words.pending} />
      </p>
      <FormNotice state={state} />
      {state.link && (
        <>
          <p>{words.link}</p>
          <p className="settings-link">
            <bdi dir="ltr" data-testid="invitation">
              {state.link}
            </bdi>
          </p>
          <p className="help">{words.help}</p>
        </>
      )}
    </form>
  );
}
