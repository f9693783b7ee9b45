import { type Closure, type OpeningHours, WEEKDAYS } from "../../sites/types";
import { addDays } from "../../time/day";
import type { Opening } from "../types";

/** So many days are looked ahead; what comes later is nothing to wait for. */
const DAYS_AHEAD = 14;

const CLOCK = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Berlin",
  dateStyle: "short",
  timeStyle: "short",
  hourCycle: "h23",
});

type Range = { opens: string; closes: string };
/** Days as `YYYY-MM-DD`, times as `HH:MM`: both compare as they sort, and a change of the clocks does not matter. */
type LocalTime = { day: string; time: string };

/** The time on the clocks of Germany. */
export function berlinTime(now: Date): LocalTime {
  const [day = "", time = ""] = CLOCK.format(now).split(", ");
  return { day, time };
}

/**
 * Whether an office is open, and until when or when next.
 *
 * @param isHoliday whether a day, as `YYYY-MM-DD`, is a public holiday there
 * @returns null when no times are known; days by appointment are none
 */
export function openingAt(
  hours: readonly OpeningHours[] | null,
  closures: readonly Closure[],
  isHoliday: (day: string) => boolean,
  now: Date,
): Opening | null {
  if (!hours?.some(hasTimes)) return null;
  const { day: today, time } = berlinTime(now);
  const rangesOn = (day: string): Range[] =>
    isClosed(closures, day) || isHoliday(day) ? [] : rangesOf(hours, day);

  const current = rangesOn(today).find(({ opens, closes }) => opens <= time && time < closes);
  if (current) return { open: true, closes: current.closes };
  return {
    open: false,
    holiday: isHoliday(today) && !isClosed(closures, today) && leftOf(rangesOf(hours, today), time),
    next: nextOpening(rangesOn, today, time),
  };
}

/** Whether there would have been hours at this time or later: in the evening a holiday closes nobody any more. */
const leftOf = (ranges: Range[], time: string): boolean => ranges.some(({ closes }) => time < closes);

function nextOpening(rangesOn: (day: string) => Range[], today: string, time: string) {
  for (let inDays = 0; inDays <= DAYS_AHEAD; inDays += 1) {
    const day = addDays(today, inDays);
    const range = rangesOn(day).find(({ opens }) => inDays > 0 || opens > time);
    if (range) return { day, inDays, time: range.opens };
  }
  return null;
}

const isClosed = (closures: readonly Closure[], day: string): boolean =>
  closures.some(({ from, to }) => from <= day && day <= to);

const hasTimes = (hours: OpeningHours): hours is OpeningHours & Range =>
  Boolean(hours.opens && hours.closes && !hours.byAppointment);

/** The times of a day in their order; those that follow one another without a break are one. */
function rangesOf(hours: readonly OpeningHours[], day: string): Range[] {
  const weekday = WEEKDAYS[(new Date(day).getUTCDay() + 6) % 7] ?? "";
  const ranges: Range[] = [];
  const sorted = hours
    .filter(hasTimes)
    .filter(({ days }) => days.includes(weekday))
    .toSorted((a, b) => a.opens.localeCompare(b.opens));
  for (const { opens, closes } of sorted) {
    const last = ranges.at(-1);
    if (last && opens <= last.closes) last.closes = closes > last.closes ? closes : last.closes;
    else ranges.push({ opens, closes });
  }
  return ranges;
}
