"use client";

import { useActionState } from "react";
import { describe, Field, FormNotice, Hidden, Submit } from "@/components/staff/form-parts";
import type { FormAction } from "@/components/staff/form-state";
import type { LinkState, LinkWords } from "./link-state";
import { MadeLinkCard } from "./made-link";

type InviteWords = {
  name: string;
  nameHelp: string;
  role: string;
  roleHelp: string;
  button: string;
  pending: string;
};

type InviteFormProps = {
  action: FormAction<LinkState>;
  hidden: Readonly<Record<string, string>>;
  roles: { value: string; label: string }[];
  words: InviteWords;
  link: LinkWords;
};

/** Asks who is to come, and answers with the link for them. */
export function InviteForm({ action, hidden, roles, words, link }: InviteFormProps) {
  const [state, formAction] = useActionState<LinkState, FormData>(action, {});
  const role = state.values?.role ?? roles[0]?.value ?? "";
  const error = state.errors?.name;
  return (
    <>
      <div role="status" className="form-notice">
        {state.link && <MadeLinkCard link={state.link} words={link} />}
      </div>
      <form action={formAction} className="stack" noValidate autoComplete="off">
        <Hidden fields={hidden} state={state} />
        <FormNotice state={state} />
        <Field id="invite-name" label={words.name} help={words.nameHelp} error={error}>
          <input
            {...describe("invite-name", words.nameHelp, error)}
            name="name"
            type="text"
            dir="auto"
            autoComplete="off"
            defaultValue={state.values?.name ?? ""}
          />
        </Field>
        <Field id="invite-role" label={words.role} help={words.roleHelp}>
          {/* A new element for a new default: resetting the form brings an old one back to its first. */}
          <select key={role} {...describe("invite-role", words.roleHelp)} name="role" defaultValue={role}>
            {roles.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </Field>
        <p className="actions">
          <Submit label={words.button} pending={words.pending} />
        </p>
      </form>
    </>
  );
}
