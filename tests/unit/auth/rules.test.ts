import { expect, it } from "vitest";
import { isLive } from "../../../lib/auth/rules";
import { minutesAfter, NOW } from "../../support/clock";

const liveAfter = (opened: number, seen: number): boolean =>
  isLive({ openedAt: minutesAfter(-opened), seenAt: minutesAfter(-seen) }, NOW);

it("ends a session after half an hour without a sign of life", () => {
  expect(liveAfter(60, 29.9)).toBe(true);
  expect(liveAfter(60, 30)).toBe(false);
});

it("ends a session after ten hours however busy it is", () => {
  expect(liveAfter(599.9, 0)).toBe(true);
  expect(liveAfter(600, 0)).toBe(false);
});
