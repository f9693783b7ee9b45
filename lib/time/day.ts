const DAY_MS = 86_400_000;

/** A stored day, which has no time of its own, as `YYYY-MM-DD`. */
export const isoDay = (day: Date): string => day.toISOString().slice(0, 10);

/** The calendar day so many days after another, both as `YYYY-MM-DD`. */
export const addDays = (day: string, days: number): string =>
  isoDay(new Date(Date.parse(day) + days * DAY_MS));
