import type { Option, OptionGroup } from "@/components/settings/form-spec";
import type { FormState } from "@/components/staff/form-state";

/** What a person takes home after telling somebody: the code and where to use it, in their language. */
export type Slip = {
  receipt: string;
  lang: string;
  dir: "ltr" | "rtl";
  heading: string;
  text: string;
  addressLabel: string;
  address: string;
};

export type EnterState = FormState & { readonly slip?: Slip; readonly caseHref?: string };

export type EnterOptions = Record<
  "language" | "channel" | "relation" | "wish" | "mainGround" | "lifeArea",
  (Option | OptionGroup)[]
>;

export type EnterWords = Record<
  | "title"
  | "lead"
  | "message"
  | "messageHelp"
  | "speech"
  | "language"
  | "channel"
  | "relation"
  | "wish"
  | "reach"
  | "safeContact"
  | "safeContactHelp"
  | "name"
  | "phone"
  | "email"
  | "postalCode"
  | "setting"
  | "settingHelp"
  | "consent"
  | "consentHelp"
  | "what"
  | "mainGround"
  | "lifeArea"
  | "more"
  | "incidentOn"
  | "incidentWhere"
  | "party"
  | "followUp"
  | "followUpOn"
  | "nextStep"
  | "keys"
  | "button"
  | "pending"
  | "doneHeading"
  | "doneText"
  | "doneCase"
  | "doneNext",
  string
>;
