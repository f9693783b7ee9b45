import type { EnquiryDetails } from "../intake/types";
import type { CaseKind, CaseStatus } from "../vocabulary/types";

/** One line of a list: what is stored in the clear. */
export type CaseSummary = {
  id: string;
  number: number;
  kind: CaseKind;
  status: CaseStatus;
  language: string;
  channel: string;
  assigneeId: string | null;
  createdOn: Date;
  waitingSince: Date | null;
  followUpOn: Date | null;
  unread: boolean;
  /** Counts every change; what a form was opened on. */
  version: number;
};

export type CasePage = {
  cases: CaseSummary[] /** Where the next page begins; null on the last. */;
  next: string | null;
};

export type Colleague = { accountId: string; name: string; active: boolean };

export type CaseLetter = {
  seq: number;
  author: "person" | "site";
  day: Date;
  /** Null where it cannot be opened. */
  text: string | null;
  /** Present when the person sent the form again with other details. */
  details?: EnquiryDetails | undefined;
};

/** `text` is null, and the rest empty, where a note cannot be opened. */
export type CaseNote = { id: string; account: string; at: string; text: string | null };

/** What happened to a case. `at` is an ISO instant; it is sealed with the rest. */
export type CaseAction =
  | { action: "statusChanged"; from: CaseStatus; to: CaseStatus }
  | { action: "assigned"; to: string | null }
  | { action: "answered" }
  | { action: "noted" }
  | { action: "markedRead" }
  | { action: "read" }
  | { action: "personWrote" }
  /** What the person decided in the mailbox; `struck` are the kinds of things that they did not let go out. */
  | { action: "personAgreed"; struck: string[] }
  | { action: "personDeclined" | "personRevoked" }
  | { action: "documentWritten" | "documentChanged" | "documentTaken" }
  | { action: "casePrinted" | "dataGiven" }
  | { action: "partSaved"; part: string }
  | {
      action: "documented";
      what: "session" | "intervention";
      how: "added" | "changed" | "removed" | "restored";
    }
  | { action: "entered" }
  | { action: "followUpAdded" | "followUpChanged"; kind: "followUp" | "deadline"; dueOn: string }
  | { action: "followUpDone" | "followUpReopened"; kind: "followUp" | "deadline" }
  | { action: "followUpsGiven"; to: string | null }
  | { action: "mergedInto" | "mergedFrom"; number: number }
  | { action: "consentAsked" | "consentGiven" | "consentDeclined" | "consentRevoked" }
  | {
      action:
        | "referralDrafted"
        | "referralDropped"
        | "referralSent"
        | "appointmentAgreed"
        | "referralFinished";
    }
  | { action: "takenOver" }
  | { action: "referralAnswered"; answer: "accepted" | "refused" | "noAnswer" };

/** An entry of the history; one that cannot be opened says only that it is there. */
export type CaseEvent = (CaseAction | { action: "unreadable" }) & {
  seq: number;
  account: string;
  at: string;
};

/** A case opened at its desk: everything the site may read of it. */
export type CaseFile = CaseSummary & {
  details: EnquiryDetails;
  letters: CaseLetter[];
  notes: CaseNote[];
  history: CaseEvent[];
  /** Whether the person can read answers with a receipt. */
  hasMailbox: boolean;
};
