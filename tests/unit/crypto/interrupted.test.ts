import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { openTyped, sealTyped } from "../../../lib/crypto/interrupted";

const place = { mark: "one", browserKey: randomBytes(32) };
const sealed = sealTyped(place, "Was ich gerade schrieb");

it("opens what somebody was typing with their browser and for their account", () => {
  expect(openTyped(place, sealed)).toBe("Was ich gerade schrieb");
  expect(Buffer.from(sealed).includes("gerade")).toBe(false);
});

it.each([
  ["another account", { ...place, mark: "two" }],
  ["another browser", { ...place, browserKey: randomBytes(32) }],
])("does not open it for %s", (_whom, other) => {
  expect(() => openTyped(other, sealed)).toThrow("sealBroken");
});
