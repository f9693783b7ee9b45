import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { Opening } from "@/lib/locations/types";
import { formatDay, formatWeekday, WEEKDAY_CODES } from "../dates";
import { Icon } from "../icons";
import { isolated } from "./isolated";

type OpeningLineProps = { locale: Locale; t: Translator; opening: Opening };

/** Whether somebody is there now, and until or from when. */
export function OpeningLine({ locale, t, opening }: OpeningLineProps) {
  if (opening.open)
    return (
      <p className="opening open">
        <Icon name="done" />
        {t("public.locations.site.openNow", { time: isolated(opening.closes) })}
      </p>
    );
  return (
    <p className="opening">
      {opening.holiday && `${t("public.locations.site.holiday")} `}
      {opening.next ? opensAt(locale, t, opening.next) : t("public.locations.site.closed")}
    </p>
  );
}

type Next = { day: string; inDays: number; time: string };

function opensAt(locale: Locale, t: Translator, { day, inDays, ...next }: Next): string {
  const time = isolated(next.time);
  if (inDays === 0) return t("public.locations.site.opensToday", { time });
  if (inDays === 1) return t("public.locations.site.opensTomorrow", { time });
  return t("public.locations.site.opensOn", { day: shownDay(locale, day, inDays), time });
}

/** The weekday says enough within a week; after that it would be the wrong one to most. */
function shownDay(locale: Locale, day: string, inDays: number): string {
  const date = new Date(day);
  return inDays < 7
    ? formatWeekday(locale, WEEKDAY_CODES[(date.getUTCDay() + 6) % 7] ?? "")
    : formatDay(locale, date);
}
