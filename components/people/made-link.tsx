import { CopyButton } from "./copy-button";
import type { LinkWords, MadeLink } from "./link-state";

/** A link to hand to somebody, and what happens next. It is nowhere else to be seen. */
export function MadeLinkCard({ link, words }: { link: MadeLink; words: LinkWords }) {
  const { heading, address, holds, steps } = link;
  return (
    <div className="made-link">
      <h3>{heading}</h3>
      <p>{holds}</p>
      <p className="link-text">
        <span className="sr-only">{words.label}: </span>
        <code dir="ltr" translate="no" data-testid="link">
          {address}
        </code>
      </p>
      <CopyButton key={address} text={address} label={words.copy} copied={words.copied} />
      <h3>{words.next}</h3>
      <ol className="plain-steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </div>
  );
}
