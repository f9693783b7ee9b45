"use client";

import { useActionState, useState } from "react";
import { FormNotice, Hidden, Submit } from "@/components/staff/form-parts";
import type { FormAction } from "@/components/staff/form-state";
import { Current } from "./current";
import type { FieldSpec, SettingsFormWords, SettingsState } from "./form-spec";
import { SettingsField } from "./settings-field";

type SettingsFormProps = {
  id: string;
  action: FormAction<SettingsState>;
  hidden: Record<string, string>;
  /** A hash of what is shown; the action refuses to write over anything else. */
  seen: string;
  fields: FieldSpec[];
  /** What holds at the moment, by field. */
  values: Record<string, string>;
  words: SettingsFormWords;
  /** Where what was typed can be looked at as the public would see it. */
  previewHref?: string;
};

/**
 * A part of the settings. What was typed survives every refusal; after a conflict it stands beside what somebody
 * else has written, and sending it again is a decision.
 */
export function SettingsForm(props: SettingsFormProps) {
  const { id, action, hidden, fields, values, words, previewHref } = props;
  const [state, formAction] = useActionState<SettingsState, FormData>(action, {});
  // What the page says later does not count: it may have been drawn anew under somebody's hands.
  const [firstSeen] = useState(state.values?.seen ?? props.seen);
  const shown = state.values ?? values;
  return (
    <form action={formAction} className="settings-form" noValidate autoComplete="off">
      <Hidden fields={{ ...hidden, seen: state.seen ?? firstSeen }} state={state} />
      <FormNotice state={state} />
      {state.current && <Current heading={words.current} sayings={state.current} />}
      {fields.map((field, index) => (
        <SettingsField
          key={"name" in field ? field.name : index}
          form={id}
          field={field}
          values={shown}
          state={state}
        />
      ))}
      <p className="actions">
        <Submit label={words.button} pending={words.pending} />
        {previewHref && words.preview && (
          <button
            type="submit"
            className="button button-quiet"
            formAction={previewHref}
            formMethod="post"
            formEncType="multipart/form-data"
            formTarget="_blank"
          >
            {words.preview}
          </button>
        )}
      </p>
    </form>
  );
}
