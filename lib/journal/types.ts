/** What a case was, or what was done with it, under a name that the module of it chooses. */
export type JournalAction = { readonly action: string };

/** Something of the history as it was sealed, with whatever belongs to its action. */
export type JournalEntry = {
  seq: number;
  action: string;
  /** Who did it; empty for the person. */
  account: string;
  /** An ISO instant; only the day where nobody knows more; empty where the entry cannot be opened. */
  at: string;
};

/** What is wrong with a site's chain, at its first broken place. */
export type ChainFault = "missing" | "changed" | "unchained" | "cutOff" | "headDiffers";

/** How a site's chain was found. */
export type ChainFinding = {
  site: string;
  entries: number;
  /** How far somebody outside the database knows it to go. */
  vouchedFor: number;
  broken: { seq: number; fault: ChainFault } | null;
};
