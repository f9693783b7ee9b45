import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { berlinTime, openingAt } from "../../../lib/locations/internal/opening";
import { locationFacts } from "../../../lib/locations/queries";
import { type Closure, type OpeningHours, WEEKDAYS } from "../../../lib/sites/types";
import { givenOffice, givenSite } from "./given";

const NEVER = () => false;
const EVERY_DAY: OpeningHours[] = [{ days: [...WEEKDAYS], opens: "09:00", closes: "16:00" }];

/** In winter, when Germany is an hour ahead of UTC. */
const winter = (day: string, time: string) => new Date(`${day}T${time}:00+01:00`);
const summer = (day: string, time: string) => new Date(`${day}T${time}:00+02:00`);

const at = (
  now: Date,
  hours = EVERY_DAY,
  closures: Closure[] = [],
  isHoliday: (day: string) => boolean = NEVER,
) => openingAt(hours, closures, isHoliday, now);

describe("an office", () => {
  it.each([
    ["08:59", { open: false, holiday: false, next: { day: "2025-03-14", inDays: 0, time: "09:00" } }],
    ["09:00", { open: true, closes: "16:00" }],
    ["15:59", { open: true, closes: "16:00" }],
    ["16:00", { open: false, holiday: false, next: { day: "2025-03-15", inDays: 1, time: "09:00" } }],
    ["23:59", { open: false, holiday: false, next: { day: "2025-03-15", inDays: 1, time: "09:00" } }],
  ])("at %s", (time, opening) => {
    expect(at(winter("2025-03-14", time))).toEqual(opening);
  });

  it("is closed over noon and open again after it", () => {
    const hours = [
      { days: ["Fr"], opens: "14:00", closes: "17:00" },
      { days: ["Fr"], opens: "09:00", closes: "12:00" },
    ];
    expect(at(winter("2025-03-14", "12:30"), hours)).toMatchObject({ next: { inDays: 0, time: "14:00" } });
    expect(at(winter("2025-03-14", "17:00"), hours)).toMatchObject({
      next: { day: "2025-03-21", inDays: 7 },
    });
  });

  it("is open until the last of hours that follow one another", () => {
    const hours = [
      { days: ["Fr"], opens: "12:00", closes: "14:00" },
      { days: ["Fr"], opens: "09:00", closes: "12:00" },
    ];
    expect(at(winter("2025-03-14", "10:00"), hours)).toEqual({ open: true, closes: "14:00" });
  });

  it("is open until midnight, and not a minute longer", () => {
    const hours = [{ days: ["Fr"], opens: "18:00", closes: "24:00" }];
    expect(at(winter("2025-03-14", "23:59"), hours)).toEqual({ open: true, closes: "24:00" });
    expect(at(winter("2025-03-15", "00:00"), hours)).toMatchObject({ open: false, next: { inDays: 6 } });
  });

  it("is not open by appointment", () => {
    const byAppointment = { days: [...WEEKDAYS], byAppointment: true };
    expect(at(winter("2025-03-14", "10:00"), [byAppointment])).toBeNull();
    const both = [{ ...byAppointment, opens: "08:00", closes: "20:00" }, ...EVERY_DAY];
    expect(at(winter("2025-03-14", "18:00"), both)).toMatchObject({ open: false });
  });

  it.each([null, []])("of which no hours are known says nothing: %j", (hours) => {
    expect(openingAt(hours, [], NEVER, winter("2025-03-14", "10:00"))).toBeNull();
  });

  it("keeps German time whatever the clocks do", () => {
    // The clocks go forward on 30 March 2025 and back on 26 October.
    expect(at(winter("2025-03-29", "16:30"))).toMatchObject({ next: { day: "2025-03-30", inDays: 1 } });
    expect(at(new Date("2025-03-30T06:59:00Z"))).toMatchObject({ open: false });
    expect(at(new Date("2025-03-30T07:00:00Z"))).toMatchObject({ open: true });
    expect(at(summer("2025-10-25", "16:30"))).toMatchObject({ next: { day: "2025-10-26", inDays: 1 } });
    expect(at(new Date("2025-10-26T07:59:00Z"))).toMatchObject({ open: false });
    expect(at(new Date("2025-10-26T08:00:00Z"))).toMatchObject({ open: true });
    expect(berlinTime(new Date("2024-12-31T23:30:00Z"))).toEqual({ day: "2025-01-01", time: "00:30" });
    expect(berlinTime(new Date("2025-06-30T22:00:00Z"))).toEqual({ day: "2025-07-01", time: "00:00" });
  });
});

describe("closed days", () => {
  const closure = { from: "2025-03-14", to: "2025-03-17", reason: "" };

  it("close an office from their first to their last one", () => {
    for (const day of ["2025-03-14", "2025-03-17"])
      expect(at(winter(day, "10:00"), EVERY_DAY, [closure])).toMatchObject({
        open: false,
        holiday: false,
        next: { day: "2025-03-18", time: "09:00" },
      });
    expect(at(winter("2025-03-13", "10:00"), EVERY_DAY, [closure])).toMatchObject({ open: true });
    expect(at(winter("2025-03-18", "10:00"), EVERY_DAY, [closure])).toMatchObject({ open: true });
  });

  it("that last longer than fourteen days leave nothing to say", () => {
    const until = (to: string) => at(winter("2025-03-14", "10:00"), EVERY_DAY, [{ ...closure, to }]);
    expect(until("2025-03-27")).toMatchObject({ next: { day: "2025-03-28", inDays: 14 } });
    expect(until("2025-03-28")).toEqual({ open: false, holiday: false, next: null });
  });
});

describe("holidays", () => {
  const officeIn = (stateCode: string, city: string) =>
    givenSite({ stateCode, offices: [givenOffice({ city, hours: EVERY_DAY })] });
  const factsAt = (stateCode: string, city: string, now: Date) =>
    locationFacts(officeIn(stateCode, city), now).openings[0];
  const isClosedOn = (stateCode: string, city: string, day: string) => {
    const opening = factsAt(stateCode, city, new Date(`${day}T10:00:00Z`));
    return opening?.open === false && opening.holiday;
  };

  it.each([
    ["2026-01-06", "BY", "Nürnberg", true],
    ["2026-01-06", "NW", "Köln", false],
    ["2025-10-31", "BY", "Nürnberg", false],
    ["2025-10-31", "NI", "Hannover", true],
    ["2025-10-31", "SH", "Lübeck", true],
    ["2025-11-01", "NI", "Hannover", false],
    ["2025-11-01", "NW", "Köln", true],
    ["2025-08-08", "BY", "Augsburg", true],
    ["2025-08-08", "BY", "Nürnberg", false],
    ["2026-01-06", "BY", "Augsburg", true],
    ["2025-08-15", "BY", "Augsburg", true],
    ["2025-08-15", "BY", "Nürnberg", false],
    ["2025-08-15", "SL", "Saarbrücken", true],
    ["2025-06-19", "BW", "Mannheim", true],
    ["2025-06-19", "SH", "Neumünster", false],
    ["2025-04-18", "", "Köln", true],
  ])("on %s in %s, %s: %s", (day, stateCode, city, closed) => {
    expect(isClosedOn(stateCode, city, day)).toBe(closed);
  });

  it("are skipped when the next opening is looked for", () => {
    expect(factsAt("NW", "Köln", winter("2025-12-24", "17:00"))).toEqual({
      open: false,
      holiday: false,
      next: { day: "2025-12-27", inDays: 3, time: "09:00" },
    });
    expect(factsAt("BW", "Mannheim", winter("2025-12-31", "17:00"))).toMatchObject({
      next: { day: "2026-01-02", inDays: 2 },
    });
  });

  it("are the reason only as long as there would have been hours", () => {
    const reason = (time: string) => factsAt("NW", "Köln", winter("2026-01-01", time));
    expect(reason("08:00")).toMatchObject({ open: false, holiday: true });
    expect(reason("15:59")).toMatchObject({ open: false, holiday: true });
    expect(reason("16:00")).toMatchObject({ open: false, holiday: false });
  });

  it("are told for each office by itself", () => {
    const augsburg = givenOffice({ city: "Augsburg", hours: EVERY_DAY });
    const site = givenSite({
      stateCode: "BY",
      offices: [augsburg, { ...augsburg, city: "Nürnberg" }, givenOffice()],
    });
    const { openings } = locationFacts(site, summer("2025-08-08", "10:00"));
    expect(openings).toEqual([
      { open: false, holiday: true, next: { day: "2025-08-09", inDays: 1, time: "09:00" } },
      { open: true, closes: "16:00" },
      null,
    ]);
  });
});

describe("any hours at any time", () => {
  const time = fc.integer({ min: 0, max: 48 }).map((half) => {
    const hour = String(Math.floor(half / 2)).padStart(2, "0");
    return `${hour}:${half % 2 ? "30" : "00"}`;
  });
  const hours = fc.array(
    fc
      .tuple(fc.subarray([...WEEKDAYS]), time, time)
      .filter(([, a, b]) => a !== b)
      .map(([days, a, b]) => ({ days, opens: a < b ? a : b, closes: a < b ? b : a })),
    { minLength: 1, maxLength: 5 },
  );
  const moment = fc.date({ min: new Date("2025-01-01"), max: new Date("2026-12-01"), noInvalidDate: true });

  /** By trying every minute of a day instead of comparing ends. */
  const isOpen = (all: OpeningHours[], now: Date): boolean => {
    const parts = new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/Berlin",
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    }).formatToParts(now);
    const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
    const minute = Number(part("hour")) * 60 + Number(part("minute"));
    const minutes = (text = "") => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
    return all.some(
      ({ days, opens, closes }) =>
        days.includes(part("weekday").slice(0, 2)) && minutes(opens) <= minute && minute < minutes(closes),
    );
  };

  it("is open exactly when some of them say so, and else opens when they begin", () => {
    fc.assert(
      fc.property(hours, moment, (all, now) => {
        const opening = openingAt(all, [], NEVER, now);
        expect(opening?.open).toBe(isOpen(all, now));
        if (!opening || opening.open) return;
        const anyDay = all.some(({ days }) => days.length > 0);
        expect(opening.next !== null).toBe(anyDay);
        if (!opening.next) return;
        expect(all.map(({ opens }) => opens)).toContain(opening.next.time);
        expect(opening.next.inDays).toBeLessThanOrEqual(7);
      }),
    );
  });
});
