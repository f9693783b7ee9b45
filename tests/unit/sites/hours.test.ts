import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupHours, NO_FACTS, parseTimes, publicOn, spreadHours } from "../../../lib/sites/rules";

describe("the reader of times", () => {
  it.each([
    ["9-12", ["09:00–12:00"]],
    ["9–12, 14:30–17", ["09:00–12:00", "14:30–17:00"]],
    ["9.30 bis 12 Uhr", ["09:30–12:00"]],
    ["14 — 16; 9-12", ["09:00–12:00", "14:00–16:00"]],
    ["9-12 und 13-15", ["09:00–12:00", "13:00–15:00"]],
    ["18-24", ["18:00–24:00"]],
    ["", []],
  ])("understands %s", (typed, ranges) => {
    expect(parseTimes(typed)?.map(({ opens, closes }) => `${opens}–${closes}`)).toEqual(ranges);
  });

  it.each(["9", "12-9", "9-9", "25-26", "9:75-12", "9-12, 11-14", "vormittags", "9-12-14", "24:30-25"])(
    "refuses %s",
    (typed) => {
      expect(parseTimes(typed)).toBeNull();
    },
  );
});

describe("opening hours", () => {
  it("bring days with the same times together", () => {
    const times = { Mo: "9-12", Tu: "9-12, 14-16", Fr: "9-12" };
    expect(groupHours({ times, appointment: ["We"] })).toEqual([
      { days: ["Mo", "Tu", "Fr"], opens: "09:00", closes: "12:00" },
      { days: ["Tu"], opens: "14:00", closes: "16:00" },
      { days: ["We"], byAppointment: true },
    ]);
  });

  it("are unknown when nothing was said", () => {
    expect(groupHours({ times: {}, appointment: [] })).toBeNull();
  });

  it("come back from the form as they went into it", () => {
    const hour = fc.integer({ min: 0, max: 11 });
    const typed = fc.tuple(hour, hour).map(([a, b]) => `${a}-${12}, ${13}-${14 + (b % 10)}`);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("Mo", "We", "Su"), typed), (times) => {
        const hours = groupHours({ times, appointment: ["Sa"] });
        expect(groupHours(spreadHours(hours))).toEqual(hours);
      }),
    );
  });
});

describe("what people are shown of a site", () => {
  const office = { label: "Büro", city: "Köln", street: "Weg 1", postalCode: "50667" };
  const site = {
    ...NO_FACTS,
    offices: [{ ...office, phones: null, emails: null, hours: null }],
    notices: [{ texts: { de: "Wir ziehen um" }, until: "2025-03-14" }],
    closures: [{ from: "2025-03-10", to: "2025-03-14", reason: "" }],
  };

  it("has no street that is not to be published", () => {
    expect(publicOn("2025-03-14", site, false).offices[0]).toMatchObject({ street: null, postalCode: null });
    expect(publicOn("2025-03-14", site, true).offices[0]).toMatchObject(office);
  });

  it("has a notice and closed days on their last day, and not on the next", () => {
    const { notices, closures } = publicOn("2025-03-14", site, true);
    expect([notices.length, closures.length]).toEqual([1, 1]);
    const after = publicOn("2025-03-15", site, true);
    expect([after.notices, after.closures]).toEqual([[], []]);
  });
});
