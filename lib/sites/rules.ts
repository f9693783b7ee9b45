import { type OpeningHours, type PublicSite, type SiteFacts, WEEKDAYS, type Weekday } from "./types";

type Range = { opens: string; closes: string };

/** What somebody types for the hours of one office: a line of times for each weekday, and days by appointment. */
export type WeekOfTimes = { times: Partial<Record<Weekday, string>>; appointment: Weekday[] };

const TIME = String.raw`([01]?\d|2[0-4])(?:[:.]([0-5]\d))?`;
const RANGE = new RegExp(String.raw`^${TIME}\s*(?:-|–|—|bis|to)\s*${TIME}(?:\s*(?:uhr|h))?$`, "i");

/** All that nobody has said yet. */
export const NO_FACTS: SiteFacts = {
  channels: [],
  languages: [],
  offices: [],
  website: null,
  areaStates: [],
  areaPostalCodes: [],
  accessibility: [],
  closures: [],
  notices: [],
  answerDays: null,
  checkedOn: null,
};

/**
 * Times of one day as people write them: `9-12, 14:30–17 Uhr`.
 *
 * @returns null when something in it is no time, ends before it begins, or overlaps
 */
export function parseTimes(typed: string): Range[] | null {
  const parts = typed
    .split(/[,;/]|\bund\b|\band\b/i)
    .map((part) => part.trim())
    .filter(Boolean);
  const ranges = parts.map(parseRange);
  if (ranges.some((range) => range === null)) return null;
  const sorted = (ranges as Range[]).toSorted((a, b) => a.opens.localeCompare(b.opens));
  const apart = sorted.every((range, index) => range.opens >= (sorted[index - 1]?.closes ?? ""));
  return apart ? sorted : null;
}

function parseRange(typed: string): Range | null {
  const [, fromHour, fromMinute, toHour, toMinute] = RANGE.exec(typed) ?? [];
  if (!fromHour || !toHour) return null;
  const [opens, closes] = [clock(fromHour, fromMinute), clock(toHour, toMinute)];
  return opens < closes && closes <= "24:00" ? { opens, closes } : null;
}

const clock = (hour: string, minute = "00"): string => `${hour.padStart(2, "0")}:${minute}`;

/**
 * Brings days with the same times together, in the order of the week.
 *
 * @throws RangeError for times that `parseTimes` does not understand
 */
export function groupHours({ times, appointment }: WeekOfTimes): OpeningHours[] | null {
  const groups = new Map<string, OpeningHours>();
  const add = (day: Weekday, hours: Omit<OpeningHours, "days">) => {
    const key = JSON.stringify(hours);
    groups.set(key, { days: [...(groups.get(key)?.days ?? []), day], ...hours });
  };
  for (const day of WEEKDAYS) {
    const ranges = parseTimes(times[day] ?? "");
    if (!ranges) throw new RangeError("these are no times");
    for (const range of ranges) add(day, range);
    if (appointment.includes(day)) add(day, { byAppointment: true });
  }
  return groups.size > 0 ? [...groups.values()] : null;
}

/** The reverse of `groupHours`. */
export function spreadHours(hours: OpeningHours[] | null): WeekOfTimes {
  const groups = hours ?? [];
  const times = Object.fromEntries(
    WEEKDAYS.map((day) => [
      day,
      groups
        .filter(({ days, opens }) => opens && days.includes(day))
        .map(({ opens, closes }) => `${opens}–${closes}`)
        .join(", "),
    ]),
  );
  const byAppointment = groups.filter(({ opens }) => !opens).flatMap(({ days }) => days);
  return { times, appointment: WEEKDAYS.filter((day) => byAppointment.includes(day)) };
}

/**
 * What of a site's facts people are shown on a day: no street and no position that are not to be published, no notice and no closed
 * days that are over.
 *
 * @param today the day in Germany, as `YYYY-MM-DD`
 */
export function publicOn<S extends SiteFacts>(today: string, site: S, publishAddress: boolean): S {
  const { offices, notices, closures } = site;
  return {
    ...site,
    offices: publishAddress
      ? offices
      : offices.map((office) => ({ ...office, street: null, postalCode: null, lat: null, lon: null })),
    notices: notices.filter(({ until }) => until >= today),
    closures: closures.filter(({ to }) => to >= today),
  };
}

/** Half a year: opening hours and phone numbers are seldom right for longer than that without anybody looking. */
const CHECKED_FOR_DAYS = 183;

/**
 * Whether it is time that a site looks through its public facts again.
 *
 * @param checkedOn the day of the last check, as `YYYY-MM-DD`; null when there was none
 * @param today the day in Germany, as `YYYY-MM-DD`
 */
export const isCheckDue = (checkedOn: string | null, today: string): boolean =>
  checkedOn === null || Date.parse(today) - Date.parse(checkedOn) > CHECKED_FOR_DAYS * 86_400_000;

/** A site of which only its slug is known, for a form that is shown while the database is away. */
export const unknownSite = (id: string): PublicSite => ({
  ...NO_FACTS,
  id,
  name: id,
  carriers: [],
  stateCode: "",
  state: "",
});
