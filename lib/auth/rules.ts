import { daysBetween } from "../time/rules";
import type { Device } from "./types";

export const IDLE_MS = 30 * 60_000;
export const ABSOLUTE_MS = 10 * 3_600_000;
/** A session is marked as seen at most this often, so that reading pages does not write a row each time. */
export const SEEN_STEP_MS = 60_000;
/** After so many days without a sign-in an account is locked until a lead unlocks it. */
export const LOCKED_AFTER_DAYS = 90;

/** Whether a session still counts: not idle for 30 minutes, not older than 10 hours. */
export const isLive = ({ openedAt, seenAt }: { openedAt: Date; seenAt: Date }, now: Date): boolean =>
  now.getTime() - seenAt.getTime() < IDLE_MS && now.getTime() - openedAt.getTime() < ABSOLUTE_MS;

/** Whether an account is still in use: seen within the last 90 days. */
export const mayStillSignIn = (lastSeenOn: Date, now: Date): boolean =>
  daysBetween(lastSeenOn, now) <= LOCKED_AFTER_DAYS;

/** Whether an account has anything that can be asked for as a second step. */
export const hasFactor = (account: {
  sealedTotp: Uint8Array | null;
  passkeys: { readonly length: number };
}): boolean => account.sealedTotp !== null || account.passkeys.length > 0;

/** The kind of device that a browser says it runs on. Coarse on purpose: its owner should know it, nobody else. */
export function deviceOf(userAgent: string | null): Device {
  if (!userAgent) return "computer";
  if (/iPad|Tablet|Android(?!.*Mobile)/i.test(userAgent)) return "tablet";
  return /Mobi|iPhone|Android/i.test(userAgent) ? "phone" : "computer";
}

/**
 * Whether a form of a page is kept for somebody whose session ran out. Only work is: what opens an account or a site,
 * passphrases and parts of emergency keys, is not to lie anywhere; and a file that was chosen is still where it was.
 */
export const mayComeBack = (page: string): boolean =>
  page.length <= 1_000 &&
  /^\/[a-z]{2}\/(dashboard(?!\/keys|\/partners\/import)|network)(\/[\w-]+)*(\?[\w=&%.~+-]*)?$/.test(page);

/** Under this name a form that was kept says that it is back, and which of those that were kept it is. */
export const COMES_BACK = "comes-back";
