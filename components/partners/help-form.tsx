"use client";

import { useActionState } from "react";
import type { FieldSpec } from "@/components/settings/form-spec";
import { SettingsField } from "@/components/settings/settings-field";
import { FormNotice, Submit } from "@/components/staff/form-parts";
import type { FormAction } from "@/components/staff/form-state";
import type { FoundOffer, HelpFormWords, HelpFound, HelpState } from "./help-state";

type HelpFormProps = {
  action: FormAction<HelpState>;
  fields: FieldSpec[];
  /** What the case says, and what was found for it. */
  values: Record<string, string>;
  found: HelpFound;
  /** Where a referral begins. */
  referHref: string;
  words: HelpFormWords;
};

/**
 * What is looked for, and who could help. Sent by POST, so that what a case is about stands in no address and no
 * history of a browser.
 */
export function HelpForm({ action, fields, values, found, referHref, words }: HelpFormProps) {
  const [state, formAction] = useActionState<HelpState, FormData>(action, {});
  const shown = state.found ?? found;
  return (
    <>
      <form
        action={formAction}
        className="settings-form"
        noValidate
        autoComplete="off"
        aria-label={words.search}
      >
        <fieldset className="settings-group">
          <legend>{words.search}</legend>
          {fields.map((field, index) => (
            <SettingsField
              key={"name" in field ? field.name : index}
              form="help"
              field={field}
              values={state.values ?? values}
              state={state}
            />
          ))}
        </fieldset>
        <FormNotice state={state} />
        <p className="actions">
          <Submit className="button button-quiet" label={words.button} pending={words.pending} />
        </p>
      </form>
      <section aria-labelledby="help-found" className="help-found">
        <div role="status">
          <h2 id="help-found">{shown.heading}</h2>
        </div>
        {shown.note && <p className="help">{shown.note}</p>}
        <ol className="help-offers">
          {shown.offers.map((offer) => (
            <Found key={offer.id} offer={offer} referHref={referHref} words={words} />
          ))}
        </ol>
      </section>
    </>
  );
}

const SHAPES = { for: "+", open: "○", against: "–" } as const;

type FoundProps = { offer: FoundOffer; referHref: string; words: HelpFormWords };

function Found({ offer, referHref, words: { signs, refer } }: FoundProps) {
  return (
    <li className="card">
      <h3>
        <a href={offer.href} data-row="">
          <bdi>{offer.title}</bdi>
        </a>
      </h3>
      <p>
        <bdi>{offer.partner}</bdi>
        {offer.place && (
          <>
            {" · "}
            <bdi>{offer.place}</bdi>
          </>
        )}
        {offer.elsewhere && <strong> · {offer.elsewhere}</strong>}
      </p>
      <ul className="help-reasons">
        {offer.reasons.map(({ sign, text }) => (
          <li key={text} className={`help-${sign}`}>
            <span aria-hidden="true">{SHAPES[sign]}</span>
            <span className="sr-only">{signs[sign]}: </span>
            {text}
          </li>
        ))}
      </ul>
      {offer.contact.length > 0 && <p className="muted">{offer.contact.join(" · ")}</p>}
      <p>
        <a href={`${referHref}?offer=${offer.id}`}>{refer}</a>
      </p>
    </li>
  );
}
