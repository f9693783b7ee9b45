import type { FormState } from "@/components/staff/form-state";

/** What a search found, in finished sentences. */
export type SearchState = FormState & {
  readonly found?: {
    readonly heading: string;
    /** How many cases were looked through, and whether that was all of them. */
    readonly extent: string;
    readonly hits: readonly ShownHit[];
    /** Where the search goes on, when it did not come to the end. */
    readonly next: string | null;
  };
};

export type ShownHit = {
  readonly href: string;
  readonly title: string;
  readonly facts: string;
  readonly before: string;
  readonly match: string;
  readonly after: string;
};
