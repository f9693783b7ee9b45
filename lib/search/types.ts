import type { CaseSummary } from "../cases/types";

/** Where in a case something was found. */
export type FoundIn = "enquiry" | "letter" | "note" | "record";

/** A piece of text around what was found, in three parts. */
export type Snippet = { before: string; match: string; after: string };

export type Hit = { caseFile: CaseSummary; in: FoundIn; snippet: Snippet };

/** What a search found, and how many it looked through of the cases it was to look through. */
export type SearchResult = {
  hits: Hit[];
  searched: number;
  whole: number;
  /** Where to go on; null when everything was looked through. */
  next: number | null;
};
