"use client";

import { useActionState } from "react";
import { FormNotice, Submit } from "@/components/staff/form-parts";
import type { FormAction, FormState } from "@/components/staff/form-state";
import { AccountField } from "./account-form";
import { PrintButton } from "./print-button";

export type RecoveryState = FormState & { readonly code?: string; readonly ticket?: string };

export type RecoveryWords = {
  make: string;
  making: string;
  sheetHeading: string;
  sheetText: string;
  sheetAddress: string;
  address: string;
  print: string;
  confirmText: string;
  lastGroup: string;
  lastGroupHelp: string;
  confirm: string;
  confirming: string;
};

type RecoveryFormProps = {
  make: FormAction<RecoveryState>;
  confirm: FormAction<RecoveryState>;
  words: RecoveryWords;
};

/** Makes the recovery code, shows it this once as a sheet to print, and asks for its end from the paper. */
export function RecoveryForm({ make, confirm, words }: RecoveryFormProps) {
  const [made, makeAction] = useActionState<RecoveryState, FormData>(make, {});
  const [confirmed, confirmAction] = useActionState<RecoveryState, FormData>(confirm, {});
  const ticket = made.ticket ?? confirmed.ticket;
  if (!ticket) {
    return (
      <form action={makeAction} className="stack">
        <FormNotice state={confirmed.problem ? confirmed : made} />
        <p className="actions">
          <Submit label={words.make} pending={words.making} />
        </p>
      </form>
    );
  }
  return (
    <>
      {made.code && <Sheet code={made.code} words={words} />}
      <form action={confirmAction} className="stack" noValidate>
        <input type="hidden" name="ticket" value={ticket} />
        <p>{words.confirmText}</p>
        <FormNotice state={confirmed} />
        <AccountField
          form="recovery"
          field={{ name: "lastGroup", kind: "printed", label: words.lastGroup, help: words.lastGroupHelp }}
          state={confirmed}
        />
        <p className="actions">
          <Submit label={words.confirm} pending={words.confirming} />
        </p>
      </form>
    </>
  );
}

function Sheet({ code, words }: { code: string; words: RecoveryWords }) {
  const groups = code.split("-");
  const half = groups.length / 2;
  return (
    <section className="sheet">
      <h3>{words.sheetHeading}</h3>
      <p className="code" dir="ltr" translate="no" data-testid="recovery-code">
        {groups.slice(0, half).join("-")}-<wbr />
        {groups.slice(half).join("-")}
      </p>
      <p>{words.sheetText}</p>
      <p>
        {words.sheetAddress} <bdi dir="ltr">{words.address}</bdi>
      </p>
      <PrintButton label={words.print} />
    </section>
  );
}
