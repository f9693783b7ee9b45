import { expect, it } from "vitest";
import { mayChangeAccess } from "../../../lib/accounts/rules";
import { minutesAfter, NOW } from "../../support/clock";

it("lets somebody change what opens their account within a quarter of an hour of signing in", () => {
  expect(mayChangeAccess(true, NOW, minutesAfter(14.9))).toBe(true);
  expect(mayChangeAccess(true, NOW, minutesAfter(15))).toBe(false);
});

it("lets somebody who is still setting it up take their time", () => {
  expect(mayChangeAccess(false, NOW, minutesAfter(300))).toBe(true);
});
