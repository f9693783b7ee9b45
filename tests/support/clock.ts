/** The moment at which tests take place: a Friday in winter time, at noon in Berlin. */
export const NOW = new Date("2025-03-14T11:00:00Z");

export const minutesAfter = (minutes: number, from = NOW): Date =>
  new Date(from.getTime() + minutes * 60_000);

export const daysAfter = (days: number, from = NOW): Date => minutesAfter(days * 24 * 60, from);
