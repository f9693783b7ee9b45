/** A new recovery key of a site as it is printed: three sheets, of which two open everything. Shown once. */
export type RecoveryPrint = {
  shares: readonly [string, string, string];
  /** What the form carries by which the print is confirmed: sealed, so that it shows nothing of the shares. */
  ticket: string;
};

/** Why a site could not be restored from its print. `which` is the sheet, 0 or 1. */
export type RestoreRefusal =
  | { reason: "unreadable" | "otherSet" | "sameTwice"; which: number }
  | { reason: "unknownPrint" | "leadsOnly" };
