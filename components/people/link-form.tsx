"use client";

import { useActionState } from "react";
import { FormNotice, Hidden, Submit } from "@/components/staff/form-parts";
import type { FormAction } from "@/components/staff/form-state";
import type { LinkState, LinkWords } from "./link-state";
import { MadeLinkCard } from "./made-link";

type LinkFormProps = {
  action: FormAction<LinkState>;
  hidden: Readonly<Record<string, string>>;
  words: { button: string; pending: string };
  link: LinkWords;
};

/** A button that makes a link for somebody who is here already. */
export function LinkForm({ action, hidden, words, link }: LinkFormProps) {
  const [state, formAction] = useActionState<LinkState, FormData>(action, {});
  return (
    <>
      <form action={formAction} className="stack">
        <Hidden fields={hidden} state={state} />
        <FormNotice state={state} />
        <p className="actions">
          <Submit className="button button-quiet" label={words.button} pending={words.pending} />
        </p>
      </form>
      <div role="status" className="form-notice">
        {state.link && <MadeLinkCard link={state.link} words={link} />}
      </div>
    </>
  );
}
