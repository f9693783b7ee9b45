import { CONTACT_FIELDS, type ContactForm, type Enquiry, parseContact } from "../../lib/intake/schema";

/** A contact form as it arrives: every field is there, most of them empty. */
export const aForm = (typed: Partial<ContactForm> = {}): ContactForm => {
  const empty = Object.fromEntries(CONTACT_FIELDS.map((field) => [field, ""])) as ContactForm;
  return { ...empty, site: "koeln", message: "Ich brauche Hilfe.", language: "de", ...typed };
};

export function anEnquiry(typed: Partial<ContactForm> = {}): Enquiry {
  const parsed = parseContact(aForm(typed));
  if (!parsed.ok) throw new Error(`the form has errors: ${JSON.stringify(parsed.errors)}`);
  return parsed.enquiry;
}
