import type { FormState } from "@/components/staff/form-state";

/** One of the three sheets: what opens, as text and for a camera. */
export type PrintedSheet = { readonly groups: readonly string[]; readonly qr: string };

export type PrintState = FormState & {
  readonly sheets?: readonly PrintedSheet[];
  /** The day of the print, in the reader's language. */
  readonly day?: string;
  readonly ticket?: string;
};

export type SheetWords = {
  /** One for each sheet. */
  titles: readonly string[];
  forSite: string;
  share: string;
  qr: string;
  useHeading: string;
  use: string;
  keepHeading: string;
  keep: string;
};

export type PrintWords = {
  button: string;
  pending: string;
  sheetsHeading: string;
  sheetsText: string;
  printAll: string;
  confirmHeading: string;
  confirmText: string;
  lastFour: readonly string[];
  confirm: string;
  confirming: string;
};
