import type { CaseSummary } from "../cases/types";

/** The life cycle of a referral: vocabulary.md. */
export const REFERRAL_STATUSES = [
  "draft",
  "consentRequested",
  "consented",
  "declined",
  "sent",
  "accepted",
  "refused",
  "noAnswer",
  "done",
  "revoked",
] as const;
export type ReferralStatus = (typeof REFERRAL_STATUSES)[number];

export type ConsentStatus = "requested" | "given" | "declined" | "revoked";

/** What may be told of a person, in the order in which it is shown and sent. */
export const SHARED_FIELDS = [
  "name",
  "phone",
  "email",
  "safeContact",
  "language",
  "postalCode",
  "told",
  "incident",
  "where",
  "grounds",
  "area",
  "responsible",
  "evidence",
  "aim",
  "needs",
  "note",
] as const;
export type SharedField = (typeof SHARED_FIELDS)[number];

/** One thing to be told, in the very words in which it is sent. */
export type SharedText = { field: SharedField; text: string };

/** How a consent reached us. `mailbox` is the person's own hand; the others a counsellor writes down. */
export const RECORDED_WAYS = ["inPerson", "phone", "writing"] as const;
export type RecordedWay = (typeof RECORDED_WAYS)[number];
export type ConsentWay = RecordedWay | "mailbox";

/** Who is to be told, as it was when the referral was written: the directory may change or lose them later. */
export type Recipient = { name: string; contact: string };

/** What is asked. Never changed once it was: a person agrees to exactly this. */
export type ConsentRequest = {
  recipient: Recipient;
  /** Another site of the network, to which the case is handed over. */
  toSite?: string;
  /** The language of the case, for the other site's list, if the person leaves it in. */
  language?: string;
  purpose: string;
  fields: SharedText[];
  account: string;
  at: string;
};

/** What was answered. `words` are what was said or shown, where a counsellor wrote the answer down. */
export type ConsentDecision = {
  fields: SharedField[];
  way: ConsentWay;
  language: string;
  textVersion: number;
  words: string;
  at: string;
  account?: string;
  /** Where the thread goes on when another site takes the case over. */
  thread?: { site: string; caseId: string };
};

/** How a consent was taken back; `ours` when the site itself gave the referral up. */
export type ConsentRevocation = { way: ConsentWay | "ours"; words: string; at: string; account?: string };

/** A part that cannot be opened is null. */
export type Consent = {
  id: string;
  status: ConsentStatus;
  askedOn: Date;
  expiresOn: Date;
  decidedOn: Date | null;
  revokedOn: Date | null;
  request: ConsentRequest | null;
  decision: ConsentDecision | null;
  revocation: ConsentRevocation | null;
};

/** `network`: a case that another site takes over, which travels sealed. */
export const SENT_WAYS = ["letter", "email", "phone", "inPerson", "network"] as const;
export type SentWay = (typeof SENT_WAYS)[number];

export const ANSWERS = ["accepted", "refused", "noAnswer"] as const;
export type Answer = (typeof ANSWERS)[number];

/** What came back on a day. Without a `reply` where it was written down before each was kept by itself. */
export type ReceivedAnswer = { reply?: Answer; on: string; words: string };

/** What the site keeps of a referral besides the consent. */
export type ReferralBody = {
  recipient: Recipient;
  purpose: string;
  fields: SharedText[];
  /** Written into the draft, but not to be told: for its form alone, and for nobody outside. */
  unticked?: SharedText[];
  account: string;
  at: string;
  sent?: { way: SentWay; words: string };
  appointment?: { on: string; words: string };
  /** What came back, the first first. */
  answers?: ReceivedAnswer[];
  result?: string;
  /** Why it ended, where there was no consent to take back. */
  revocation?: ConsentRevocation & { on: string };
};

/** `body` is null where it cannot be opened. */
export type Referral = {
  id: string;
  status: ReferralStatus;
  partnerId: string | null;
  /** Another site of the network, which answers for itself. */
  toSite: string | null;
  /** Why it refused. */
  reply: string | null;
  sentOn: Date | null;
  answerDueOn: Date | null;
  version: number;
  body: ReferralBody | null;
  consent: Consent | null;
};

export type CaseReferrals = { caseFile: CaseSummary; hasMailbox: boolean; referrals: Referral[] };

/** A consent as the person sees it in the mailbox. */
export type PersonConsent = {
  id: string;
  /** `expired` when the time of a yes is over, `unanswered` when nobody answered in time. */
  status: ConsentStatus | "expired" | "unanswered";
  expiresOn: Date;
  decidedOn: Date | null;
  revokedOn: Date | null;
  sentOn: Date | null;
  request: ConsentRequest | null;
  /** What stays in; null while nothing was answered. */
  chosen: SharedField[] | null;
  /** The thread at another site that the receipt opens as well, once that site has taken the case over. */
  thread: { site: string; caseId: string } | null;
};

/** What is left ticked in each of the questions that a form held, by the question's id. */
export type Ticked = Readonly<Record<string, readonly SharedField[]>>;

/** A referral that should have been answered by now. */
export type DueReferral = {
  caseId: string;
  number: number;
  id: string;
  dueOn: Date;
  /** Who has the case. */
  assigneeId: string | null;
};
