"use client";

import { useActionState } from "react";
import { describe, Field, FormNotice, Submit } from "@/components/staff/form-parts";
import type { FormAction } from "@/components/staff/form-state";
import type { SearchState } from "./search-state";

export type SearchWords = Record<"label" | "help" | "over" | "button" | "pending" | "further", string>;

type FormProps = { action: FormAction<SearchState>; words: SearchWords };

/** The words to look for, and below them what was found. They travel by post, so that they stand in no address. */
export function SearchForm({ action, words }: FormProps) {
  const [state, formAction] = useActionState<SearchState, FormData>(action, {});
  const error = state.errors?.words;
  const typed = state.values?.words ?? "";
  const over = state.values?.over === "yes";
  return (
    <>
      <form action={formAction} className="card stack" noValidate autoComplete="off">
        <Field id="words" label={words.label} help={words.help} error={error}>
          <input
            key={typed}
            {...describe("words", words.help, error)}
            type="text"
            name="words"
            dir="auto"
            maxLength={200}
            defaultValue={typed}
          />
        </Field>
        <label className="check">
          <input key={String(over)} type="checkbox" name="over" value="yes" defaultChecked={over} />
          {words.over}
        </label>
        <p className="actions">
          <Submit label={words.button} pending={words.pending} />
        </p>
        <FormNotice state={state} />
      </form>
      {state.found && <Found found={state.found} />}
      {state.found?.next && (
        <form action={formAction}>
          <input type="hidden" name="words" value={typed} />
          {over && <input type="hidden" name="over" value="yes" />}
          <input type="hidden" name="after" value={state.found.next} />
          <Submit className="button button-quiet" label={words.further} pending={words.pending} />
        </form>
      )}
    </>
  );
}

function Found({ found }: { found: NonNullable<SearchState["found"]> }) {
  return (
    <section className="card stack" aria-labelledby="found-heading">
      <h2 id="found-heading">{found.heading}</h2>
      <p className="help" role="status">
        {found.extent}
      </p>
      <ul className="found-list">
        {found.hits.map(({ href, title, facts, before, match, after }) => (
          <li key={href}>
            <a href={href}>{title}</a> <span className="help">{facts}</span>
            <p className="words" dir="auto">
              {before}
              <mark>{match}</mark>
              {after}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
