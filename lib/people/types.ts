import type { StaffRole } from "../auth/desk";

/** Somebody who works at a site, as the site's leads see them. */
export type Person = {
  accountId: string;
  name: string;
  role: StaffRole;
  /** here: holds the keys. waiting: nobody has granted them yet, or the person's own key is a new one. left: no more. */
  state: "here" | "waiting" | "left";
  /** The day of the newest sign-in. */
  lastSeenOn: Date;
  presence: "recent" | "quiet" | "locked";
  recoveryConfirmed: boolean;
  /** Open cases in this person's name. */
  openCases: number;
};

/** A link that nobody has used yet. */
export type OpenInvitation = {
  id: string;
  name: string;
  role: StaffRole;
  resets: boolean;
  expiresAt: Date;
  late: boolean;
};
