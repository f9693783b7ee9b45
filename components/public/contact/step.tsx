import type { ReactNode } from "react";
import type { Translator } from "@/lib/i18n/translator";
import type { ContactErrors, ContactField, ContactForm } from "@/lib/intake/schema";

export type StepProps = { t: Translator; form: ContactForm; errors: ContactErrors };

/** A part of the form under its heading, with its number for orientation. */
export function Step({
  number,
  heading,
  children,
}: {
  number: number;
  heading: string;
  children: ReactNode;
}) {
  return (
    <section className="step">
      <h2>
        <span className="number">{number}</span> {heading}
      </h2>
      {children}
    </section>
  );
}

/** What one text field needs: its name, what was typed, and what is wrong with it in words. */
export function fieldState({ t, form, errors }: StepProps, name: ContactField) {
  const code = errors[name];
  return { t, name, value: form[name], error: code && t(`public.contact.errors.${code}`) };
}
