const BERLIN_DAY = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin", dateStyle: "short" });

/** The calendar day in Germany, as `YYYY-MM-DD`: the finest time that is stored of what a person does. */
export const berlinDay = (now: Date): string => BERLIN_DAY.format(now);

/** The calendar day so many days before today's, as dates are stored. */
export const dayBefore = (now: Date, days: number): Date =>
  new Date(Date.parse(berlinDay(now)) - days * 86_400_000);

/** Whole calendar days from one day to another. */
export const daysBetween = (from: Date, to: Date): number =>
  Math.round((Date.parse(berlinDay(to)) - Date.parse(berlinDay(from))) / 86_400_000);
