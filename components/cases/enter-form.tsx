"use client";

import { useActionState } from "react";
import { FormNotice, Submit } from "@/components/staff/form-parts";
import type { FormAction } from "@/components/staff/form-state";
import { Choice, Line, Paragraph } from "./enter-fields";
import type { EnterOptions, EnterState, EnterWords } from "./enter-state";
import { Entered } from "./entered";

type EnterFormProps = {
  action: FormAction<EnterState>;
  /** The site whose desk the form was opened at. */
  site: string;
  nonce: string;
  newHref: string;
  options: EnterOptions;
  words: EnterWords;
};

/** A case that came by phone or in person. What was typed survives every refusal. */
export function EnterForm({ action, site, nonce, newHref, options, words }: EnterFormProps) {
  const [state, formAction] = useActionState<EnterState, FormData>(action, {});
  if (state.slip && state.caseHref) {
    return <Entered slip={state.slip} caseHref={state.caseHref} newHref={newHref} words={words} />;
  }
  const shared = { words, state };
  return (
    <>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <form action={formAction} className="enter" noValidate autoComplete="off">
        <input type="hidden" name="site" value={state.values?.site ?? site} />
        <input type="hidden" name="nonce" value={state.values?.nonce ?? nonce} />
        <FormNotice state={state} />
        <Paragraph {...shared} name="message" help={words.messageHelp} rows={9} />
        <fieldset>
          <legend>{words.speech}</legend>
          <Choice {...shared} name="language" options={options.language} initial="de" />
          <Choice {...shared} name="channel" options={options.channel} />
          <Choice {...shared} name="relation" options={options.relation} />
          <Choice {...shared} name="wish" options={options.wish} />
        </fieldset>
        <fieldset>
          <legend>{words.reach}</legend>
          <Paragraph {...shared} name="safeContact" help={words.safeContactHelp} rows={2} />
          <Line {...shared} name="name" />
          <Line {...shared} name="phone" type="tel" />
          <Line {...shared} name="email" type="email" />
          <Line {...shared} name="postalCode" numeric />
          <Paragraph {...shared} name="setting" help={words.settingHelp} rows={2} />
        </fieldset>
        <Consent {...shared} />
        <p className="actions">
          <Submit label={words.button} pending={words.pending} />
        </p>
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
