"use client";

import { useActionState, useState } from "react";
import { Sayings } from "@/components/settings/sayings";
import { describe, Field, FormNotice, Hidden, Submit } from "@/components/staff/form-parts";
import type { FormAction } from "@/components/staff/form-state";
import type { ImportLine, ImportShown, ImportState, ImportWords } from "./import-state";

type ImportFormProps = {
  action: FormAction<ImportState>;
  hidden: Readonly<Record<string, string>>;
  /** In bytes: a larger file would not even arrive. */
  most: number;
  /** Whether such a file was sent all the same, without scripts. */
  wasTooLarge: boolean;
  pageHref: string;
  words: ImportWords;
};

/** A file first shows what it would change; the same form then stores it. */
export function ImportForm({ action, hidden, most, wasTooLarge, pageHref, words }: ImportFormProps) {
  const [state, formAction] = useActionState<ImportState, FormData>(
    action,
    wasTooLarge ? { errors: { file: words.tooLarge } } : {},
  );
  if (state.preview)
    return <Preview shown={state.preview} {...{ hidden, state, formAction, pageHref, words }} />;
  return <ChooseFile {...{ hidden, state, formAction, most, words }} />;
}

type Sending = Pick<ImportFormProps, "hidden" | "words"> & {
  state: ImportState;
  formAction: (form: FormData) => void;
};

function ChooseFile({ hidden, state, formAction, most, words }: Sending & Pick<ImportFormProps, "most">) {
  const [tooLarge, setTooLarge] = useState(false);
  const error = tooLarge ? words.tooLarge : state.errors?.file;
  return (
    <form
      action={formAction}
      className="settings-form"
      noValidate
      onSubmit={(event) => tooLarge && event.preventDefault()}
    >
      <Hidden fields={hidden} state={state} />
      <FormNotice state={state} />
      <Field id="import-file" label={words.file} help={words.fileHelp} error={error}>
        <input
          {...describe("import-file", words.fileHelp, error)}
          type="file"
          name="file"
          accept=".csv,text/csv"
          onChange={({ target }) => setTooLarge((target.files?.[0]?.size ?? 0) > most)}
        />
      </Field>
      <p className="actions">
        <Submit label={words.check} pending={words.checking} />
      </p>
    </form>
  );
}

function Preview({
  shown,
  hidden,
  state,
  formAction,
  pageHref,
  words,
}: Sending & { shown: ImportShown; pageHref: string }) {
  return (
    <div className="stack import-preview">
      <FormNotice state={state} />
      <p>
        <strong>{shown.summary}</strong>
      </p>
      {shown.errors.length > 0 && <Errors shown={shown} words={words} />}
      {shown.changes.length > 0 && (
        <section aria-labelledby="import-changes">
          <h2 id="import-changes">{words.changes}</h2>
          <ul className="settings-events">
            {shown.changes.map((change) => (
              <Change key={`${change.line} ${change.what} ${change.name}`} change={change} words={words} />
            ))}
          </ul>
          {shown.moreChanges && <p className="muted">{shown.moreChanges}</p>}
        </section>
      )}
      <form action={formAction} className="actions">
        <Hidden
          fields={{ ...hidden, text: shown.text, nonce: shown.nonce, seen: shown.seen }}
          state={state}
        />
        {shown.confirm && <Submit label={shown.confirm} pending={words.confirming} />}
        <a className="button button-quiet" href={pageHref}>
          {words.again}
        </a>
      </form>
    </div>
  );
}

function Errors({ shown, words }: { shown: ImportShown; words: ImportWords }) {
  return (
    <section aria-labelledby="import-errors">
      <h2 id="import-errors">{words.errors}</h2>
      <p className="help">{words.errorsHelp}</p>
      <ul>
        {shown.errors.map(({ line, column, text }) => (
          <li key={`${line} ${column} ${text}`}>
            {line}, <bdi>{column}</bdi>: <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
      {shown.moreErrors && <p className="muted">{shown.moreErrors}</p>}
    </section>
  );
}

function Change({
  change: { line, what, name, before, after },
  words,
}: {
  change: ImportLine;
  words: ImportWords;
}) {
  return (
    <li>
      <details>
        <summary>
          {line} · {what} · <bdi>{name}</bdi>
        </summary>
        {before.length > 0 && <h3>{words.before}</h3>}
        <Sayings sayings={before} />
        <h3>{words.after}</h3>
        <Sayings sayings={after} />
      </details>
    </li>
  );
}
