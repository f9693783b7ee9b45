import { expect, it } from "vitest";
import { berlinDay, daysBetween } from "../../../lib/time/rules";

it.each([
  ["2025-03-14T22:59:59Z", "2025-03-14"],
  ["2025-03-14T23:00:00Z", "2025-03-15"],
  ["2025-07-14T21:59:59Z", "2025-07-14"],
  ["2025-07-14T22:00:00Z", "2025-07-15"],
  ["2024-12-31T23:30:00Z", "2025-01-01"],
])("takes %s for %s in Germany", (instant, day) => {
  expect(berlinDay(new Date(instant))).toBe(day);
});

it("counts whole days across the change of the clocks", () => {
  expect(daysBetween(new Date("2025-03-29T12:00:00Z"), new Date("2025-03-31T12:00:00Z"))).toBe(2);
  expect(daysBetween(new Date("2025-10-25T22:30:00Z"), new Date("2025-10-26T22:30:00Z"))).toBe(0);
  expect(daysBetween(new Date("2025-03-14T22:59:00Z"), new Date("2025-03-14T23:01:00Z"))).toBe(1);
});
