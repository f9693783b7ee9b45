import type { Place, Position } from "../locations/types";
import { ACCESSIBILITY } from "../sites/types";

export const COSTS = ["free", "sliding", "paid"] as const;
export type Cost = (typeof COSTS)[number] | "";

/** How warm a handover somebody takes: only their address, announced by us, or in a first appointment together. */
export const WARMTHS = ["contact", "announced", "joint"] as const;
export type Warmth = (typeof WARMTHS)[number] | "";

export const OFFER_ACCESS = ["wheelchair", ...ACCESSIBILITY] as const;

/** What is publicly known of an organisation. Empty: nobody has said it. */
export type PartnerFacts = {
  name: string;
  alliances: string[];
  street: string;
  postalCode: string;
  city: string;
  phones: string[];
  emails: string[];
  website: string;
  /** Whom to ask for there: an office, not a person. */
  contact: string;
  openingHours: string;
  description: string;
  /** Is there no more, or takes nobody any more. */
  retired: boolean;
};

export type Partner = PartnerFacts & {
  id: string;
  version: number;
  /** `YYYY-MM-DD`; null when nobody has ever checked it. */
  checkedOn: string | null;
  createdBy: string;
};

/** What an organisation offers. An empty list: nobody has narrowed it down. */
export type OfferFacts = {
  title: string;
  help: string[];
  lifeAreas: string[];
  grounds: string[];
  languages: string[];
  states: string[];
  postalCodes: string[];
  cost: Cost;
  channels: string[];
  accessibility: string[];
  warmth: Warmth;
  /** Where it takes place, when that is not the organisation's address. */
  postalCode: string;
  openingHours: string;
  contact: string;
  description: string;
  retired: boolean;
};

export type Offer = OfferFacts & { id: string; partnerId: string; version: number };

/** One line of the directory. */
export type PartnerSummary = Pick<Partner, "id" | "name" | "city" | "alliances" | "checkedOn" | "retired"> & {
  offers: { title: string; help: string[]; languages: string[] }[];
};

export type PartnerPage = { partners: PartnerSummary[]; next: string | null };

/** What a site keeps about a partner for itself; version 0 and empty where it has nothing. `text` is null where it cannot be opened. */
export type PartnerNote = { text: string | null; version: number };

/** An entry of the history: of the organisation, or of one of its offers. */
export type PartnerEvent = {
  id: string;
  at: Date;
  site: string;
  account: string;
  offerId: string | null;
  /** By the names of the facts; null for what was added. */
  before: Record<string, unknown> | null;
  after: Record<string, unknown>;
};

export type PartnerFile = { partner: Partner; offers: Offer[]; note: PartnerNote };

export type PartnerResult = { ok: true } | { ok: false; reason: "changedMeanwhile" | "nothingChanged" };

/** What help is looked for. Empty lists and strings: it does not matter. Codes stand with those above and below them. */
export type HelpWishes = {
  help: readonly string[];
  lifeAreas: readonly string[];
  grounds: readonly string[];
  language: string;
  place: Place | null;
};

/** An offer that may help, with the place where it is. */
export type Candidate = { partner: Partner; offer: Offer; position: Position | null };

/** What speaks for or against an offer: it names what is wished for, has not said, or names only something else. */
export type HelpReason =
  | { of: "help" | "lifeArea" | "ground" | "language" | "region"; says: "named" | "open" | "other" }
  | { of: "distance"; km: number }
  | { of: "remote" }
  | { of: "cost"; cost: Exclude<Cost, ""> };

export type RankedOffer = Candidate & {
  /** Is there for the person's place, or for all. */
  serves: boolean;
  score: number;
  km: number | null;
  reasons: HelpReason[];
};

/** A partner and an offer as they were on a day: what a referral keeps. */
export type OfferSnapshot = {
  partnerId: string;
  partnerVersion: number;
  offerId: string;
  offerVersion: number;
  name: string;
  title: string;
  /** Lines of an address, as on a letter. */
  address: string[];
  phones: string[];
  emails: string[];
  website: string;
  contact: string;
  openingHours: string;
  description: string;
  languages: string[];
  cost: Cost;
  warmth: Warmth;
};

/** The text of a file, and what makes its new ids the same when it is sent again. */
export type ImportFile = { text: string; nonce: string };

/** What is wrong in a row of a file. `column` is its name in the file; `code` a key under `staff.partners.importErrors`. */
export type ImportError = { line: number; column: string; code: string; value: string };

/** A partner or an offer that a file adds (`before` is null) or changes. */
export type PlannedChange = {
  kind: "partner" | "offer";
  line: number;
  name: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown>;
};

export type ImportPreview = {
  rows: number;
  changes: PlannedChange[];
  errors: ImportError[];
  /** A hash of what would be done: whoever confirms has seen the same. */
  seen: string;
};

export type ImportRefusal =
  | { reason: "fileEmpty" | "fileTooLarge" | "tooManyRows" | "quotesBroken" }
  | { reason: "columnsUnknown"; unknown: string[]; missing: string[] };
