import { getHolidays } from "feiertagejs";
import { addDays } from "./day";

const BERLIN_DAY = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin", dateStyle: "short" });

/** The calendar day in Germany, as `YYYY-MM-DD`: the finest time that is stored of what a person does. */
export const berlinDay = (now: Date): string => BERLIN_DAY.format(now);

/** The calendar day so many days before today's, as dates are stored. */
export const dayBefore = (now: Date, days: number): Date => new Date(addDays(berlinDay(now), -days));

/** Whole calendar days from one day to another. */
export const daysBetween = (from: Date, to: Date): number =>
  Math.round((Date.parse(berlinDay(to)) - Date.parse(berlinDay(from))) / 86_400_000);

export type HolidayRegion = Parameters<typeof getHolidays>[1];

const LAENDER = "BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH".split(" ");

/** The holidays of a Land by its code; those of all of Germany where there is no such Land. */
export const regionOfState = (stateCode: string): HolidayRegion =>
  LAENDER.includes(stateCode) ? (stateCode as HolidayRegion) : "BUND";

// The library works a year out in nearly a millisecond, which is too long for each day of a list.
const years = new Map<string, ReadonlySet<string>>();

/** Whether a day, as `YYYY-MM-DD`, is a public holiday in a region. */
export function isHoliday(day: string, region: HolidayRegion): boolean {
  const year = day.slice(0, 4);
  const key = `${year} ${region}`;
  const days = years.get(key) ?? new Set(getHolidays(year, region).map(({ dateString }) => dateString));
  years.set(key, days);
  return days.has(day);
}
