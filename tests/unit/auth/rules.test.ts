import { expect, it } from "vitest";
import { deviceOf, isLive, mayComeBack, mayStillSignIn } from "../../../lib/auth/rules";
import { daysAfter, minutesAfter, NOW } from "../../support/clock";

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

it("locks an account that was not seen for more than 90 days", () => {
  const seen = new Date("2025-03-14");
  expect(mayStillSignIn(seen, daysAfter(90))).toBe(true);
  expect(mayStillSignIn(seen, daysAfter(91))).toBe(false);
});

it.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0", "computer"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148", "phone"],
  ["Mozilla/5.0 (Linux; Android 15) Chrome/130.0 Mobile Safari", "phone"],
  ["Mozilla/5.0 (Linux; Android 15; SM-X910) Chrome/130.0 Safari", "tablet"],
  ["Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X)", "tablet"],
  [null, "computer"],
])("keeps of %s the kind of device", (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device);
});

it.each([
  ["/de/dashboard", true],
  ["/tr/dashboard/cases/0b0c7f0e-0000-4000-8000-000000000000/sessions?editing=0b0c7f0e", true],
  ["/de/network/texts", true],
  ["/de/dashboard/keys", false],
  ["/de/dashboard/partners/import", false],
  ["/de/account", false],
  ["/de/sign-in", false],
  ["//elsewhere.example/de/dashboard", false],
  ["https://elsewhere.example/de/dashboard", false],
  ["/de/dashboard/../account", false],
  ["/de/dashboard\\@elsewhere.example", false],
  [`/de/dashboard?${"x".repeat(1_000)}`, false],
])("says of %s whether a form of it is kept over a sign-in", (page, kept) => {
  expect(mayComeBack(page)).toBe(kept);
});
