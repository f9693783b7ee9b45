import { SOON_DAYS } from "../cases/rules";
import { addDays, isoDay } from "../time/day";
import type { LegalDeadline } from "../vocabulary/types";
import type { DeadlineOffer } from "./types";

type Period = Pick<LegalDeadline, "amount" | "unit">;
type IsHoliday = (day: string) => boolean;

/** The day with the same number in a later month, or that month's last (§ 188 Abs. 2 and 3 BGB). */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return isoDay(new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))));
}

/** The day on which a period ends that begins on a day, which itself does not count (§§ 187 Abs. 1, 188 BGB). */
export function endOfPeriod(from: string, { amount, unit }: Period): string {
  if (unit === "months") return addMonths(from, amount);
  return addDays(from, unit === "weeks" ? amount * 7 : amount);
}

/** Saturdays, Sundays and public holidays end no period: the next working day does (§ 193 BGB, § 222 Abs. 2 ZPO). */
export function workingDayFrom(day: string, isHoliday: IsHoliday): string {
  const isFree = [0, 6].includes(new Date(day).getUTCDay()) || isHoliday(day);
  return isFree ? workingDayFrom(addDays(day, 1), isHoliday) : day;
}

/** Works out when a period of law ends that began on a day. */
export function deadlineFrom(
  from: string,
  deadline: Period & Pick<LegalDeadline, "code">,
  isHoliday: IsHoliday,
): DeadlineOffer {
  const counted = endOfPeriod(from, deadline);
  return { code: deadline.code, from, counted, lastDay: workingDayFrom(counted, isHoliday) };
}

/** Where the sections of the page "today" begin and end. */
export const dayWindows = (today: string) => ({
  overdue: { before: today },
  today: { from: today, before: addDays(today, 1) },
  soon: { from: addDays(today, 1), before: addDays(today, 1 + SOON_DAYS) },
});
