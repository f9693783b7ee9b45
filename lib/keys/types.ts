/** Who could open a site tomorrow. */
export type KeyKeepers = {
  /** How many people hold the newest key. */
  people: number;
  /** The day on which somebody said that the print is in hand; null when nobody has, or it was used. */
  recoveryConfirmedOn: Date | null;
};

/** What a lead should know of the site's keys. */
export type KeyHealth = KeyKeepers & {
  epoch: number;
  /** The day on which the newest key was made. */
  since: Date;
  /** Open cases that are still sealed under an older key. */
  toRewrap: number;
};
