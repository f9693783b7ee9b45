import type { CaseLetter, CaseSummary } from "../cases/types";
import type { EnquiryDetails } from "../intake/types";

/** That a case went up into another, or that another went up into it. */
export type CaseLink = {
  id: string;
  kind: "mergedInto" | "mergedFrom";
  /** The other case. */
  otherId: string;
  /** The number that it is called by. */
  number: number;
  /** An ISO instant. */
  at: string;
};

/** As much of a case as somebody has to see before they say that it is the same person's. */
export type MergeSide = {
  caseFile: CaseSummary;
  details: EnquiryDetails;
  /** The first letter of the person, if there is one. */
  letter: CaseLetter | null;
};

/** Codes equal the keys under `staff.merge.refused`. */
export type MergeRefusal = "changedMeanwhile" | "sameCase" | "notOpen";
export type MergeResult = { ok: true } | { ok: false; reason: MergeRefusal };
