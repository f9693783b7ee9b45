import type { getTranslations } from "next-intl/server";
import { formatTag } from "@/lib/i18n/format-tag";
import { isoDay } from "@/lib/time/day";

const formats = new Map<string, Intl.DateTimeFormat>();
const languages = new Map<string, Intl.DisplayNames>();

/** A formatter costs more than a row of a list, so each language makes its own once. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(formatTag(locale), options);
  formats.set(key, known);
  return known;
}

/** A stored day, which has no time of its own, in the reader's language: "3. März 2026". */
export const formatDay = (locale: string, day: Date): string =>
  formatOf(locale, { dateStyle: "long", timeZone: "UTC" }).format(day);

/** A day as it fits into a list: "03.03.2026". */
export const formatShortDay = (locale: string, day: Date): string =>
  formatOf(locale, { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" }).format(day);

/** A moment of the staff's own work, on German clocks. */
export const formatMoment = (locale: string, instant: string): string =>
  formatOf(locale, { dateStyle: "medium", timeStyle: "short", timeZone: "Europe/Berlin" }).format(
    new Date(instant),
  );

/**
 * Whole days since a stored day, never less than none.
 *
 * @param today the day of the request in Germany, as `YYYY-MM-DD`
 */
export const daysSince = (day: Date, today: string): number =>
  Math.max(0, Math.round((Date.parse(today) - Date.parse(isoDay(day))) / 86_400_000));

/** What a language is called in the reader's language, or in its own where the reader's has no word for it. */
export function languageName(locale: string, tag: string, autonym: string | undefined): string {
  const names =
    languages.get(locale) ?? new Intl.DisplayNames(locale, { type: "language", fallback: "none" });
  languages.set(locale, names);
  return names.of(tag) ?? autonym ?? tag;
}

/** Keeps a name of any script together inside a sentence of another direction. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;

/** The words of the pages for those who work here. */
export type StaffWords = Awaited<ReturnType<typeof getTranslations<"staff">>>;
