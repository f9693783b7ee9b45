import type { MessageNote } from "../messages/types";
import type { Seen } from "../settings/types";
import type { PublicSite } from "../sites/types";
import type { Labels, LegalDeadline, VocabularyValue } from "../vocabulary/types";

/** How the network looks. A colour that is null is the app's own. */
export type Branding = {
  name: string;
  /** `#rrggbb`, for actions and headings on light ground. */
  primary: string | null;
  /** The same on dark ground. */
  primaryDark: string | null;
  /** Behind dark ink only: focus, what is new. */
  accent: string | null;
};

/** A small picture beside the name. */
export type Logo = {
  type: "image/png" | "image/webp";
  width: number;
  height: number;
  data: string;
  hash: string;
};

/** Texts of a public page in limited Markdown, by interface language. */
export type PageText = { texts: Labels };

export const PAGE_TEXTS = ["imprint", "privacy", "complaints"] as const;
export type PageName = (typeof PAGE_TEXTS)[number];

/** What a coordinator sees of a site: what is public, and how far it has come. */
export type NetworkSite = {
  id: string;
  name: string;
  stateCode: string;
  carriers: string[];
  active: boolean;
  /** Whether its first lead has made its keys, without which nothing can be sealed to it. */
  hasKeys: boolean;
  /** Whether its database login is there. */
  hasLogin: boolean;
  seen: Seen;
  /** The same as people are shown it, or would be; with the day of the last check. */
  shown: PublicSite;
  /** Whether there is somebody who could look through it, and nobody has for half a year. */
  checkDue: boolean;
};

/** The facts that the network decides about a site. */
export type SiteBasics = { name: string; stateCode: string; carriers: string[] };

export type NetworkAction =
  | { action: "siteCreated"; site: string; after: SiteBasics }
  | { action: "siteChanged"; site: string; before: SiteBasics; after: SiteBasics }
  | { action: "siteOffered" | "siteRetired" | "leadInvited"; site: string }
  | { action: "settingChanged"; key: string; before: unknown; after: unknown }
  | { action: "valueAdded"; value: NewValue }
  | { action: "valueChanged"; before: VocabularyValue; after: ValueChange }
  | { action: "messageSent"; after: MessageNote }
  | { action: "messageWithdrawn"; before: MessageNote }
  | { action: "deadlineAdded"; after: DeadlineInput }
  | { action: "deadlineChanged"; before: LegalDeadline; after: DeadlineInput };

export type NewValue = Pick<VocabularyValue, "list" | "code" | "parent" | "position" | "labels">;
export type ValueChange = Pick<VocabularyValue, "position" | "labels" | "retired">;
export type DeadlineInput = Omit<LegalDeadline, "version">;

/** An entry of the network's history. */
export type NetworkEvent = NetworkAction & { id: string; account: string; at: Date };

export type NetworkReason =
  | "changedMeanwhile"
  | "slugTaken"
  | "codeTaken"
  | "noKeys"
  | "hasKeys"
  | "noLogin"
  | "loginFailed";

export type NetworkResult = { ok: true } | { ok: false; reason: NetworkReason };
