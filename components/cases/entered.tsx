import { useEffect, useRef } from "react";
import type { EnterWords, Slip } from "./enter-state";

type EnteredProps = { slip: Slip; caseHref: string; newHref: string; words: EnterWords };

/** Shown once, after saving. On paper only the slip remains, which is for the person. */
export function Entered({ slip, caseHref, newHref, words }: EnteredProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="entered">
      <h1 ref={heading} tabIndex={-1}>
        {words.doneHeading}
      </h1>
      <p className="lead">{words.doneText}</p>
      <section className="card slip" lang={slip.lang} dir={slip.dir}>
        <h2>{slip.heading}</h2>
        <p className="code" dir="ltr" translate="no" data-testid="receipt">
          {slip.receipt}
        </p>
        <p>{slip.text}</p>
        <p>
          {slip.addressLabel} <bdi dir="ltr">{slip.address}</bdi>
        </p>
      </section>
      <p className="actions">
        <a className="button" href={caseHref}>
          {words.doneCase}
        </a>
        <a className="button button-quiet" href={newHref}>
          {words.doneNext}
        </a>
      </p>
    </div>
  );
}
