/**
 * What happened to the people, keys and settings of a site. Everything is sealed to the site, so names may stand in
 * it; accounts are named by their ids wherever there is one.
 */
export type SiteAction =
  | { action: "siteFounded" }
  | { action: "invited"; name: string; role: string }
  | { action: "invitationWithdrawn"; name: string }
  | { action: "accessReset"; of: string }
  | { action: "keysGranted"; to: string }
  | { action: "roleChanged"; of: string; role: string }
  | { action: "sessionsEnded"; of: string }
  | { action: "unlocked"; of: string }
  | { action: "left"; of: string }
  | { action: "keysRenewed"; epoch: number }
  | { action: "recoveryPrinted" }
  | { action: "recoveryConfirmed" }
  | { action: "recoveredFromPrint" }
  | {
      action: "settingsChanged";
      part: string;
      before: Record<string, unknown>;
      after: Record<string, unknown>;
    };

/** An entry of a site's history; one that cannot be opened says only that it is there. `at` is an ISO instant. */
export type SiteEvent = (SiteAction | { action: "unreadable" }) & {
  seq: number;
  account: string;
  at: string;
};
