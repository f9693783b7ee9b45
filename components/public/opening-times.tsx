import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { OpeningHours } from "@/lib/sites/types";
import { formatWeekday, WEEKDAY_CODES } from "./dates";

type OpeningTimesProps = { locale: Locale; t: Translator; hours: OpeningHours[] };

/** Opening hours as the site published them, a line for each group of days. */
export function OpeningTimes({ locale, t, hours }: OpeningTimesProps) {
  return hours.map((group) => (
    <span key={`${group.days.join()} ${group.opens}`} className="line">
      {formatDays(locale, group.days)}: <bdi>{formatTimes(t, group)}</bdi>
    </span>
  ));
}

function formatDays(locale: Locale, days: string[]): string {
  const names = days.map((day) => formatWeekday(locale, day));
  // "Monday – Friday" only where no day between is missing.
  const unbroken = names.length > 2 && WEEKDAY_CODES.join().includes(days.join());
  return unbroken ? `${names[0]} – ${names.at(-1)}` : names.join(", ");
}

const formatTimes = (t: Translator, { opens, closes }: OpeningHours): string =>
  opens && closes ? `${opens}–${closes}` : t("public.sites.appointment");
