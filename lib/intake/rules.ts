import type { CaseKind } from "../vocabulary/types";
import type { Enquiry } from "./schema";
import type { EnquiryDetails } from "./types";

/** Raised whenever the words of the consent on the form change their meaning. */
export const CONSENT_VERSION = 1;

/** What kind of case an enquiry starts as; a counsellor may change it later. */
export function kindOf({ wish }: Pick<Enquiry, "wish">): CaseKind {
  if (wish === "documentation") return "report";
  return wish === "referral" ? "referralCounselling" : "firstContact";
}

/** What is sealed besides the message. An anonymous enquiry has no name or address to take over. */
export function detailsOf(enquiry: Enquiry, language: string): EnquiryDetails {
  return {
    wish: enquiry.wish,
    relation: enquiry.relation,
    anonymous: enquiry.anonymous,
    ...(enquiry.anonymous
      ? {}
      : { name: said(enquiry.name), phone: said(enquiry.phone), email: said(enquiry.email) }),
    safeContact: said(enquiry.safeContact),
    postalCode: said(enquiry.postalCode),
    setting: said(enquiry.setting),
    consent: { given: enquiry.consent, version: CONSENT_VERSION, language },
  };
}

const said = (value: string): string | undefined => value || undefined;
