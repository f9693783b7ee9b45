import type { CaseKey } from "../../crypto/content";

/** A case with its key. */
export type OpenedCase = { id: string; key: CaseKey };

/** One entry to be added: `detail` is sealed as it is. */
export type NewEntry = {
  caseId: string;
  key: CaseKey;
  detail: string;
  letter?: number;
  decision?: { id: string; part: "decision" | "revocation" };
};
