"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import { Current } from "@/components/settings/current";
import type { FieldSpec, SettingsState } from "@/components/settings/form-spec";
import { SettingsField } from "@/components/settings/settings-field";
import { FormNotice, Submit } from "@/components/staff/form-parts";
import type { FormAction } from "@/components/staff/form-state";

export type FoldWords = {
  /** What opens the form. */
  summary: string;
  button: string;
  pending: string;
  /** Above what somebody else has written. */
  current: string;
  /** Leads back to that, without what was typed. */
  discard: string;
};

type FoldFormProps = {
  id: string;
  action: FormAction<SettingsState>;
  hidden: Record<string, string>;
  /** The version that the form was opened on; the action refuses to write over any other. */
  seen: string;
  fields: FieldSpec[];
  /** What holds at the moment, by field. */
  values: Record<string, string>;
  words: FoldWords;
  /** The page, without what was typed. */
  pageHref: string;
  open?: boolean;
  /** Why nothing can be sent here any more. The form then stands only as long as it holds what was not stored. */
  over?: string | undefined;
};

/**
 * A form that opens below what it changes. What was typed survives every refusal; after a conflict it stands beside
 * what somebody else has written, and sending it again is a decision.
 */
export function FoldForm(props: FoldFormProps) {
  const { id, action, hidden, seen, fields, values, words, pageHref, open, over } = props;
  const [state, formAction] = useActionState<SettingsState, FormData>(action, {});
  // What the page says later does not count: it may have been drawn anew under somebody's hands.
  const [firstSeen] = useState(state.values?.seen ?? seen);
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (state.done && fold.current) fold.current.open = false;
  }, [state]);
  if (over && !state.values) return null;
  return (
    <>
      <details ref={fold} className="record-fold" open={open || Boolean(state.problem)}>
        <summary>{words.summary}</summary>
        <form action={formAction} className="settings-form" noValidate autoComplete="off">
          {Object.entries({ ...hidden, ...sameEntry(state), seen: state.seen ?? firstSeen }).map(
            ([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ),
          )}
          <Beside state={state} words={words} pageHref={pageHref} discardable={Boolean(over)} />
          {fields.map((field, index) => (
            <SettingsField
              key={"name" in field ? field.name : index}
              form={id}
              field={field}
              values={state.values ?? values}
              state={state}
            />
          ))}
          {!over && (
            <p className="actions">
              <Submit label={words.button} pending={words.pending} />
            </p>
          )}
        </form>
      </details>
      <FormNotice state={over ? { problem: over } : state} />
    </>
  );
}

type BesideProps = {
  state: SettingsState;
  words: FoldWords;
  pageHref: string;
  /** Whether there is nothing left to do with what was typed. */
  discardable: boolean;
};

/** What somebody else has written meanwhile, and the way back to it. */
function Beside({ state: { current }, words, pageHref, discardable }: BesideProps) {
  if (!current && !discardable) return null;
  return (
    <>
      {current && <Current heading={words.current} sayings={current} />}
      <p>
        <a href={pageHref}>{words.discard}</a>
      </p>
    </>
  );
}

/** Sending again after a refusal is about the same entry, although the page has a new id for the next. */
const sameEntry = ({ values }: SettingsState) => (values?.entry ? { entry: values.entry } : {});
