import type { Saying } from "@/components/settings/form-spec";
import type { FormState } from "@/components/staff/form-state";

export type ImportLine = { line: string; what: string; name: string; before: Saying[]; after: Saying[] };

/** What a file would change, in finished words, with all that is needed to confirm it. */
export type ImportShown = {
  summary: string;
  changes: ImportLine[];
  moreChanges: string;
  errors: { line: string; column: string; text: string }[];
  moreErrors: string;
  /** The label of the button that stores it; empty where there is nothing to store. */
  confirm: string;
  text: string;
  nonce: string;
  seen: string;
};

export type ImportState = FormState & { readonly preview?: ImportShown };

export type ImportWords = Record<
  | "file"
  | "fileHelp"
  | "tooLarge"
  | "check"
  | "checking"
  | "confirming"
  | "again"
  | "changes"
  | "errors"
  | "errorsHelp"
  | "before"
  | "after",
  string
>;
