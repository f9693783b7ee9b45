import { berlinDay } from "../../time/rules";

type Today = { day: string; seen: Set<string> };

// One for all bundles of Next, as with the clients of the database.
const shared = globalThis as { weactReadings?: Today };

/**
 * Who opened which case today. In memory only: a table of it would tell in the clear who reads what. After a restart
 * the first reading of the day is recorded once more.
 */
const today = (now: Date): Today["seen"] => {
  const day = berlinDay(now);
  if (shared.weactReadings?.day !== day) shared.weactReadings = { day, seen: new Set() };
  return shared.weactReadings.seen;
};

const keyOf = (account: string, caseId: string): string => `${account} ${caseId}`;

export const isRead = (account: string, caseId: string, now: Date): boolean =>
  today(now).has(keyOf(account, caseId));

export const noteReading = (account: string, caseId: string, now: Date): void => {
  today(now).add(keyOf(account, caseId));
};

export const dropReading = (account: string, caseId: string, now: Date): void => {
  today(now).delete(keyOf(account, caseId));
};
