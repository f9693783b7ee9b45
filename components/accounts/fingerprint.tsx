import type { ReactNode } from "react";

type FingerprintProps = {
  heading: string;
  label: string;
  digits: string;
  steps: readonly string[];
  children?: ReactNode;
};

/** The code that a newcomer reads out, big enough for a phone held at arm's length, and what happens then. */
export function Fingerprint({ heading, label, digits, steps, children }: FingerprintProps) {
  return (
    <section className="card waiting">
      <h2>{heading}</h2>
      <p className="muted">{label}</p>
      <p className="fingerprint" dir="ltr" translate="no" data-testid="fingerprint">
        {digits}
      </p>
      <ol className="plain-steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {children}
    </section>
  );
}
