"use client";

import { createContext, type ReactNode, useActionState, useContext } from "react";
import { FormNotice, Submit } from "@/components/staff/form-parts";
import type { FormAction, FormState } from "@/components/staff/form-state";

const Chosen = createContext<Readonly<Record<string, string>>>({});

type BulkFormProps = { action: FormAction; button: string; pending: string; children: ReactNode };

/** A list of cases to choose from, and what to do with all that were chosen. */
export function BulkForm({ action, button, pending, children }: BulkFormProps) {
  const [state, formAction] = useActionState<FormState, FormData>(action, {});
  return (
    <form action={formAction} className="bulk">
      <Chosen.Provider value={state.values ?? {}}>{children}</Chosen.Provider>
      <FormNotice state={state} />
      <p className="actions">
        <Submit className="button button-quiet" label={button} pending={pending} />
      </p>
    </form>
  );
}

/** The box before a case of such a list. What was chosen survives a refusal. */
export function ChooseCase({ caseId, version, label }: { caseId: string; version: number; label: string }) {
  const name = `case-${caseId}`;
  const chosen = useContext(Chosen)[name] !== undefined;
  // A new element for a new default: resetting the form brings an old one back to its first.
  return (
    <input
      key={String(chosen)}
      type="checkbox"
      name={name}
      value={version}
      defaultChecked={chosen}
      aria-label={label}
    />
  );
}
