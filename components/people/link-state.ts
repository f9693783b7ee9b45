import type { FormState } from "@/components/staff/form-state";

/** A link that was just made: shown once. */
export type MadeLink = {
  readonly heading: string;
  readonly address: string;
  readonly holds: string;
  /** What happens next, in the order in which it happens. */
  readonly steps: readonly string[];
};

export type LinkState = FormState & { readonly link?: MadeLink };

export type LinkWords = { label: string; copy: string; copied: string; next: string };
