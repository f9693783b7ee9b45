import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  dayWindows,
  deadlineFrom,
  endOfPeriod,
  workingDayFrom,
} from "../../../lib/follow-ups/rules";
import { addDays } from "../../../lib/time/day";
import { isHoliday, regionOfState } from "../../../lib/time/rules";

const in_ = (land: string) => (day: string) => isHoliday(day, regionOfState(land));
const never = () => false;
const TWO_MONTHS = { code: "aggClaim", amount: 2, unit: "months" } as const;

const days = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2090-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("a period in months", () => {
  it.each([
    ["the same day of the month", "2025-01-14", 2, "2025-03-14"],
    ["a month without that day", "2024-12-31", 2, "2025-02-28"],
    ["the 29th in a leap year", "2023-12-31", 2, "2024-02-29"],
    ["the 29th in none", "2024-12-29", 2, "2025-02-28"],
    ["a 31st that the month has", "2025-05-31", 2, "2025-07-31"],
    ["a 31st that the month has not", "2025-07-31", 2, "2025-09-30"],
    ["the end of February, which stays the 28th", "2025-02-28", 1, "2025-03-28"],
    ["over the turn of the year", "2024-11-15", 3, "2025-02-15"],
    ["a whole year", "2024-02-29", 12, "2025-02-28"],
  ])("ends on %s", (_what, from, months, end) => {
    expect(addMonths(from, months)).toBe(end);
  });

  it("keeps the number of the day, or ends on the month's last when there is none, in exactly that month", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 36 }), (from, months) => {
        const end = addMonths(from, months);
        const [year = 0, month = 0, day = 0] = from.split("-").map(Number);
        const [endYear = 0, endMonth = 0, endDay = 0] = end.split("-").map(Number);
        expect(endYear * 12 + endMonth).toBe(year * 12 + month + months);
        const isLast = addDays(end, 1).endsWith("-01");
        expect(endDay === day || (endDay < day && isLast)).toBe(true);
      }),
    );
  });
});

it("counts weeks and days without the first", () => {
  expect(endOfPeriod("2025-03-14", { amount: 2, unit: "weeks" })).toBe("2025-03-28");
  expect(endOfPeriod("2025-02-27", { amount: 3, unit: "days" })).toBe("2025-03-02");
});

it("counts days as calendar days, whatever the clocks do", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (from, a, b) => {
      expect(addDays(addDays(from, a), b)).toBe(addDays(from, a + b));
    }),
  );
});

describe("the last day", () => {
  it.each([
    ["a Friday stays", "2025-03-14", "BY", "2025-03-14"],
    ["a Saturday waits for Monday", "2025-03-15", "BY", "2025-03-17"],
    ["a Sunday waits for Monday", "2025-03-16", "BY", "2025-03-17"],
    ["Good Friday waits for the Tuesday after Easter", "2025-04-18", "NW", "2025-04-22"],
    ["the first day of Christmas on a Thursday waits for Monday", "2025-12-25", "NW", "2025-12-29"],
    ["Christmas Eve is a working day", "2025-12-24", "NW", "2025-12-24"],
    ["Epiphany counts in Bayern", "2026-01-06", "BY", "2026-01-07"],
    ["Epiphany does not count in Nordrhein-Westfalen", "2026-01-06", "NW", "2026-01-06"],
    ["Reformation Day on a Friday counts in Niedersachsen", "2025-10-31", "NI", "2025-11-03"],
    ["Reformation Day does not count in Saarland", "2025-10-31", "SL", "2025-10-31"],
    ["All Saints' Day on a Friday counts in Saarland", "2024-11-01", "SL", "2024-11-04"],
    ["a holiday after a weekend", "2025-04-19", "SH", "2025-04-22"],
    ["German Unity Day on a Friday", "2025-10-03", "HE", "2025-10-06"],
  ])("%s", (_what, day, land, last) => {
    expect(workingDayFrom(day, in_(land))).toBe(last);
  });

  it("is never a free day, never before the counted one, and all days between are free", () => {
    const lands = fc.constantFrom("BY", "NW", "NI", "SL", "SH", "BW", "");
    fc.assert(
      fc.property(days, lands, (from, land) => {
        const { counted, lastDay } = deadlineFrom(from, TWO_MONTHS, in_(land));
        const free = (day: string) => [0, 6].includes(new Date(day).getUTCDay()) || in_(land)(day);
        expect(free(lastDay)).toBe(false);
        expect(lastDay >= counted).toBe(true);
        for (let day = counted; day < lastDay; day = addDays(day, 1)) expect(free(day)).toBe(true);
        expect(addDays(counted, 6) >= lastDay).toBe(true);
      }),
    );
  });

  it("comes with the day that was counted, so that both can be shown", () => {
    expect(deadlineFrom("2025-01-15", TWO_MONTHS, never)).toEqual({
      code: "aggClaim",
      from: "2025-01-15",
      counted: "2025-03-15",
      lastDay: "2025-03-17",
    });
  });
});

it("sorts every day into one section of the page at most", () => {
  const { overdue, today, soon } = dayWindows("2025-03-14");
  expect(overdue.before).toBe(today.from);
  expect(today.before).toBe(soon.from);
  expect([today.from, soon.from, soon.before]).toEqual(["2025-03-14", "2025-03-15", "2025-03-22"]);
});
