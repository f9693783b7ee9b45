"use client";

import { useActionState } from "react";
import { PrintButton } from "@/components/accounts/print-button";
import { describe, Field, FormNotice, Hidden, Submit } from "@/components/staff/form-parts";
import type { FormAction } from "@/components/staff/form-state";
import type { PrintState, PrintWords, SheetWords } from "./print-state";
import { Sheet } from "./sheet";

type RecoveryPrintProps = {
  make: FormAction<PrintState>;
  confirm: FormAction<PrintState>;
  hidden: Readonly<Record<string, string>>;
  words: PrintWords;
  sheetWords: SheetWords;
};

/** Makes the three sheets, shows them this once, and asks for their ends from the paper. */
export function RecoveryPrint({ make, confirm, hidden, words, sheetWords }: RecoveryPrintProps) {
  const [made, makeAction] = useActionState<PrintState, FormData>(make, {});
  const [confirmed, confirmAction] = useActionState<PrintState, FormData>(confirm, {});
  // Without scripts the sheets are gone after a refusal; what was printed can be confirmed all the same.
  const ticket = confirmed.done ? undefined : (made.ticket ?? confirmed.ticket);
  if (!ticket) {
    return (
      <form action={makeAction} className="stack">
        <Hidden fields={hidden} state={made} />
        <FormNotice state={confirmed.done || confirmed.problem ? confirmed : made} />
        <p className="actions">
          <Submit
            className={confirmed.done ? "button button-quiet" : "button"}
            label={words.button}
            pending={words.pending}
          />
        </p>
      </form>
    );
  }
  return (
    <>
      {made.sheets && <Sheets made={made} words={words} sheetWords={sheetWords} />}
      <form action={confirmAction} className="stack key-confirm" noValidate autoComplete="off">
        <h3>{words.confirmHeading}</h3>
        <Hidden fields={{ ...hidden, ticket }} state={confirmed} />
        <p>{words.confirmText}</p>
        <FormNotice state={confirmed} />
        {words.lastFour.map((label, index) => (
          <LastFour key={label} name={`group${index}`} label={label} state={confirmed} />
        ))}
        <p className="actions">
          <Submit label={words.confirm} pending={words.confirming} />
        </p>
      </form>
    </>
  );
}

type SheetsProps = { made: PrintState; words: PrintWords; sheetWords: SheetWords };

function Sheets({ made: { sheets = [], day = "" }, words, sheetWords }: SheetsProps) {
  return (
    <div className="key-sheets">
      <h3>{words.sheetsHeading}</h3>
      <p>{words.sheetsText}</p>
      <PrintButton label={words.printAll} />
      {sheets.map((sheet, index) => (
        <Sheet key={sheet.groups.join("")} sheet={sheet} index={index} day={day} words={sheetWords} />
      ))}
    </div>
  );
}

function LastFour({ name, label, state }: { name: string; label: string; state: PrintState }) {
  const error = state.errors?.[name];
  return (
    <Field id={name} label={label} error={error}>
      <input
        {...describe(name, undefined, error)}
        className="last-four"
        name={name}
        type="text"
        dir="ltr"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        defaultValue={state.values?.[name] ?? ""}
      />
    </Field>
  );
}
