"use client";

import { type KeyboardEvent, useActionState, useEffect, useState } from "react";
import { FormNotice, Hidden, Submit } from "@/components/staff/form-parts";
import type { FormAction } from "@/components/staff/form-state";
import { Choice, Line, Paragraph } from "./enter-fields";
import type { EnterOptions, EnterState, EnterWords } from "./enter-state";
import { Entered } from "./entered";

type EnterFormProps = {
  action: FormAction<EnterState>;
  hidden: Readonly<Record<string, string>>;
  nonce: string;
  newHref: string;
  options: EnterOptions;
  words: EnterWords;
};

/** A case that came by phone or in person. What was typed survives every refusal. */
export function EnterForm({ action, hidden, nonce, newHref, options, words }: EnterFormProps) {
  const [state, formAction] = useActionState<EnterState, FormData>(action, {});
  if (state.slip && state.caseHref) {
    return <Entered slip={state.slip} caseHref={state.caseHref} newHref={newHref} words={words} />;
  }
  const shared = { words, state };
  return (
    <>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <form action={formAction} className="enter" noValidate autoComplete="off" onKeyDown={sendOnKeys}>
        <Hidden fields={hidden} state={state} />
        <input type="hidden" name="nonce" value={state.values?.nonce ?? nonce} />
        <FormNotice state={state} />
        <Paragraph {...shared} name="message" help={words.messageHelp} rows={9} first />
        <fieldset>
          <legend>{words.speech}</legend>
          <Choice {...shared} name="language" options={options.language} initial="de" />
          <Choice {...shared} name="channel" options={options.channel} />
        </fieldset>
        <fieldset>
          <legend>{words.reach}</legend>
          <Line {...shared} name="phone" type="tel" />
          <Line {...shared} name="name" />
          <Line {...shared} name="email" type="email" />
          <Paragraph {...shared} name="safeContact" help={words.safeContactHelp} rows={2} />
        </fieldset>
        <fieldset>
          <legend>{words.what}</legend>
          <Choice {...shared} name="mainGround" options={options.mainGround} />
          <Choice {...shared} name="lifeArea" options={options.lifeArea} />
        </fieldset>
        <fieldset>
          <legend>{words.followUp}</legend>
          <Line {...shared} name="nextStep" />
          <Line {...shared} name="followUpOn" type="date" />
        </fieldset>
        <More {...shared} options={options} />
        <Consent {...shared} />
        <p className="actions">
          <Submit label={words.button} pending={words.pending} />
        </p>
        <Keys words={words} />
      </form>
    </>
  );
}

function Consent({ words, state }: { words: EnterWords; state: EnterState }) {
  return (
    <div className="consent">
      <label className="check">
        <input
          type="checkbox"
          name="consent"
          value="yes"
          aria-describedby="consent-help"
          defaultChecked={state.values?.consent === "yes"}
        />
        {words.consent}
      </label>
      <p className="help" id="consent-help">
        {words.consentHelp}
      </p>
    </div>
  );
}

const FOLDED = ["postalCode", "setting", "incidentOn", "incidentWhere", "party"] as const;

/** What can wait until the call is over. It opens by itself where something in it has to be mended. */
function More({ words, state, options }: { words: EnterWords; state: EnterState; options: EnterOptions }) {
  const shared = { words, state };
  return (
    <details className="record-fold enter-more" open={FOLDED.some((name) => state.errors?.[name])}>
      <summary>{words.more}</summary>
      <fieldset>
        <Choice {...shared} name="relation" options={options.relation} />
        <Choice {...shared} name="wish" options={options.wish} />
        <Line {...shared} name="incidentOn" type="date" />
        <Line {...shared} name="incidentWhere" />
        <Line {...shared} name="party" />
        <Line {...shared} name="postalCode" numeric />
        <Paragraph {...shared} name="setting" help={words.settingHelp} rows={2} />
      </fieldset>
    </details>
  );
}

/** Ctrl and Enter send from every field, also from those in which Enter begins a new line. */
function sendOnKeys(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}

/** Said only where it is so: without scripts these keys do nothing. */
function Keys({ words }: { words: EnterWords }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return ready && <p className="help">{words.keys}</p>;
}
