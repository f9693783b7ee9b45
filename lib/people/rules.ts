import { LOCKED_AFTER_DAYS } from "../auth/rules";
import { daysBetween } from "../time/rules";
import type { Person } from "./types";

/** After so many days without a sign-in a lead is told; a month before the account is locked. */
export const QUIET_AFTER_DAYS = 60;

export function presenceOf(lastSeenOn: Date, now: Date): Person["presence"] {
  const days = daysBetween(lastSeenOn, now);
  if (days > LOCKED_AFTER_DAYS) return "locked";
  return days > QUIET_AFTER_DAYS ? "quiet" : "recent";
}
