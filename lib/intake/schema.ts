import { z } from "zod";
import { CHANNELS, COUNSELLING_LANGUAGES, RELATIONS, WISHES } from "../vocabulary/types";

/** What people can write into one field, in UTF-16 units, as browsers count. */
export const MAX_MESSAGE = 16_000;
export const MAX_LINE = 300;
export const MAX_PARAGRAPH = 2_000;

/** The field names of the contact form are a contract: a form opened before a new build still arrives. */
export const CONTACT_FIELDS = [
  "site",
  "message",
  "language",
  "channel",
  "anonymous",
  "name",
  "phone",
  "email",
  "safeContact",
  "postalCode",
  "relation",
  "wish",
  "setting",
  "consent",
] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** The form as it was typed; an absent field is an empty string. */
export type ContactForm = Record<ContactField, string>;

/** Codes equal the keys under `public.contact.errors`. */
export type ContactErrorCode =
  | "siteRequired"
  | "siteUnknown"
  | "messageOrContact"
  | "messageTooLong"
  | "textTooLong"
  | "emailInvalid"
  | "phoneInvalid"
  | "postalCodeInvalid";
export type ContactErrors = Partial<Record<ContactField, ContactErrorCode>>;

const code = (value: ContactErrorCode) => value;

/** Text of so many UTF-16 units at most. zod's `max` counts characters, and an emoji is one that takes two. */
export const textUpTo = <C extends string>(units: number, error: C) =>
  z
    .string()
    .trim()
    .refine((value) => value.length <= units, error);

const line = textUpTo(MAX_LINE, code("textTooLong"));
const optionalChoice = <const T extends readonly string[]>(values: T) =>
  z.enum(values).optional().catch(undefined);

/** A phone number as people write it: digits, spaces and the usual marks, at least five digits. */
const phone = line.refine(
  (value) => value === "" || (/^[\d\s+()/.-]+$/.test(value) && value.replace(/\D/g, "").length >= 5),
  code("phoneInvalid"),
);

/** An e-mail address or nothing; the code says what is wrong with it. */
export const optionalEmail = <C extends string>(error: C) =>
  textUpTo(MAX_LINE, error).refine((value) => value === "" || z.email().safeParse(value).success, error);

const enquiry = z.object({
  site: z.string().trim().min(1, code("siteRequired")),
  message: textUpTo(MAX_MESSAGE, code("messageTooLong")),
  language: z.enum(Object.keys(COUNSELLING_LANGUAGES)).catch("de"),
  channel: optionalChoice(CHANNELS),
  safeContact: textUpTo(MAX_PARAGRAPH, code("textTooLong")),
  postalCode: z
    .string()
    .trim()
    .regex(/^(\d{5})?$/, code("postalCodeInvalid")),
  relation: optionalChoice(RELATIONS),
  wish: optionalChoice(WISHES),
  setting: textUpTo(MAX_PARAGRAPH, code("textTooLong")),
  consent: z.string().transform((value) => value !== ""),
});

// Two shapes rather than one: an anonymous enquiry has nowhere to put a name or an address, so what was
// sent along is dropped before it can be stored.
const anonymousEnquiry = enquiry
  .extend({ anonymous: z.literal(true) })
  .refine(({ message }) => message !== "", { path: ["message"], error: code("messageOrContact") });

const namedEnquiry = enquiry
  .extend({
    anonymous: z.literal(false),
    name: line,
    phone,
    email: optionalEmail(code("emailInvalid")),
  })
  .refine(({ message, phone, email }) => message !== "" || phone !== "" || email !== "", {
    path: ["message"],
    error: code("messageOrContact"),
    // Said beside the other errors, not only once those are mended.
    when: ({ value }) => typeof value === "object",
  });

export type Enquiry = z.infer<typeof anonymousEnquiry> | z.infer<typeof namedEnquiry>;

export type ParsedContact = { ok: true; enquiry: Enquiry } | { ok: false; errors: ContactErrors };

/** Checks a contact form. Messages are codes, so one schema serves every language. */
export function parseContact(form: ContactForm): ParsedContact {
  const anonymous = saysYes(form.anonymous);
  const result = (anonymous ? anonymousEnquiry : namedEnquiry).safeParse({ ...form, anonymous });
  if (result.success) return { ok: true, enquiry: result.data };

  const errors: ContactErrors = {};
  for (const { path, message } of result.error.issues) {
    errors[path[0] as ContactField] ??= message as ContactErrorCode;
  }
  return { ok: false, errors };
}

const saysYes = (value: string): boolean => !["", "no", "false", "0"].includes(value.trim().toLowerCase());
