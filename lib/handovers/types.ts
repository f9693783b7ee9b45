import type { EnquiryDetails } from "../intake/types";

/** Why a site does not take a case over. In the clear: it says something about the site, not about the person. */
export const REPLIES = ["notResponsible", "noCapacity", "language", "known", "other"] as const;
export type Reply = (typeof REPLIES)[number];

/** What another site offers. `details` is null where it cannot be opened. */
export type Handover = {
  id: string;
  fromSite: string;
  offeredOn: Date;
  /** The last day on which it can be accepted. */
  expiresOn: Date;
  language: string;
  /** Whether the person's receipt will open the thread here as well. */
  hasMailbox: boolean;
  details: EnquiryDetails | null;
};

/** A case sealed to the site that it is handed over to. Nobody who made it can open it afterwards. */
export type SealedHandover = {
  site: string;
  caseId: string;
  language: string;
  epoch: number;
  wrappedKey: Uint8Array<ArrayBuffer>;
  sealedEnquiry: Uint8Array<ArrayBuffer>;
  /** There when the person is there to make it. */
  thread: { lookupId: Uint8Array<ArrayBuffer>; mailboxKey: Uint8Array<ArrayBuffer> } | null;
};

export type HandoverResult = { ok: true; caseId: string } | { ok: false; reason: "gone" };
