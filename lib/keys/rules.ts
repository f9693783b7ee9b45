import { daysBetween } from "../time/rules";
import type { KeyKeepers } from "./types";

/** A site key is renewed once a year at the latest, so that one that leaked unnoticed opens no more than a year. */
export const KEY_YEAR_DAYS = 365;

/** With fewer people a forgotten passphrase can cost a site everything it has. */
export const ENOUGH_PEOPLE = 2;

export type KeyWarning = "tooFewPeople" | "noRecoveryPrint";

export function keyWarnings({ people, recoveryConfirmedOn }: KeyKeepers): KeyWarning[] {
  return [
    ...(people < ENOUGH_PEOPLE ? (["tooFewPeople"] as const) : []),
    ...(recoveryConfirmedOn ? [] : (["noRecoveryPrint"] as const)),
  ];
}

export const isKeyDue = (since: Date, now: Date): boolean => daysBetween(since, now) >= KEY_YEAR_DAYS;
