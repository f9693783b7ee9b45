import { berlinDay } from "../../time/rules";

type Today = { day: string; seen: Map<string, number> };

// One for all bundles of Next, as with the clients of the database.
const shared = globalThis as { weactReadings?: Today };

/**
 * Who opened which case today, with the number of the person's newest letter then. In memory only: a table of it would
 * tell in the clear who reads what. After a restart the first reading of the day is recorded once more.
 */
const today = (now: Date): Today["seen"] => {
  const day = berlinDay(now);
  if (shared.weactReadings?.day !== day) shared.weactReadings = { day, seen: new Map() };
  return shared.weactReadings.seen;
};

const keyOf = (account: string, caseId: string): string => `${account} ${caseId}`;

export const lastReading = (account: string, caseId: string, now: Date): number | undefined =>
  today(now).get(keyOf(account, caseId));

export const noteReading = (account: string, caseId: string, letter: number, now: Date): void => {
  today(now).set(keyOf(account, caseId), letter);
};

export const dropReading = (account: string, caseId: string, now: Date): void => {
  today(now).delete(keyOf(account, caseId));
};
