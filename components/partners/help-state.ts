import type { FormState } from "@/components/staff/form-state";

/** An offer that may help, in finished words: the form runs in the browser, where no catalogue is. */
export type FoundOffer = {
  id: string;
  href: string;
  title: string;
  partner: string;
  place: string;
  /** Not for the person's place: shown last, and said so. */
  elsewhere: string;
  reasons: { sign: "for" | "open" | "against"; text: string }[];
  contact: string[];
};

export type HelpFound = { heading: string; note: string; offers: FoundOffer[] };

export type HelpState = FormState & { readonly found?: HelpFound };

export type HelpFormWords = {
  search: string;
  button: string;
  pending: string;
  /** Begins a referral to an offer. */
  refer: string;
  signs: Readonly<Record<"for" | "open" | "against", string>>;
};
