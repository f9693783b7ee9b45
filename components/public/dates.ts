import { formatTag } from "@/lib/i18n/format-tag";
import type { Locale } from "@/lib/i18n/locales";

const ZONE = "Europe/Berlin";

const days = new Map<Locale, Intl.DateTimeFormat>();
const weekdays = new Map<Locale, Intl.DateTimeFormat>();

/** A formatter costs more than the page around it, so each language makes its own once. */
function once(kept: Map<Locale, Intl.DateTimeFormat>, locale: Locale, options: Intl.DateTimeFormatOptions) {
  const known = kept.get(locale) ?? new Intl.DateTimeFormat(formatTag(locale), options);
  kept.set(locale, known);
  return known;
}

/** A day as people write it, such as "3. März 2025". */
export const formatDay = (locale: Locale, day: Date): string =>
  once(days, locale, { dateStyle: "long", timeZone: ZONE }).format(day);

export const WEEKDAY_CODES = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/** "Mo" … "Su", as the sites' data has them, in the reader's language. */
export function formatWeekday(locale: Locale, code: string): string {
  const index = WEEKDAY_CODES.indexOf(code);
  // 1 January 2024 was a Monday.
  const day = new Date(Date.UTC(2024, 0, 1 + Math.max(index, 0), 12));
  return once(weekdays, locale, { weekday: "long", timeZone: ZONE }).format(day);
}
