import type { Relation, Wish } from "../vocabulary/types";

/** What a person told besides the message itself. Sealed as one record; absent means not stated. */
export type EnquiryDetails = {
  wish?: Wish | undefined;
  relation?: Relation | undefined;
  anonymous: boolean;
  name?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
  safeContact?: string | undefined;
  postalCode?: string | undefined;
  setting?: string | undefined;
  /** What the person told a counsellor who wrote it down, when the case did not come by the form. */
  told?: string | undefined;
  /** Whether the site may store and work with it, the text's version, and the language it was read in. */
  consent: { given: boolean; version: number; language: string };
};

/** The body of a letter, sealed as JSON. Details are there when a repeated post changed them. */
export type LetterBody = { text: string; details?: EnquiryDetails | undefined };

/** A sealed enquiry ready to be stored: what the database function takes. */
export type SealedEnquiry = {
  caseId: string;
  epoch: number;
  wrappedKey: Uint8Array<ArrayBuffer>;
  sealedDetails: Uint8Array<ArrayBuffer>;
  mailboxKey: Uint8Array<ArrayBuffer>;
  letterId: string;
  sealedLetter: Uint8Array<ArrayBuffer>;
};
