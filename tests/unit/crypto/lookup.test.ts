import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { newCaseKey } from "../../../lib/crypto/content";
import { emailLookup, sessionHash } from "../../../lib/crypto/lookup";
import { letterIdFor } from "../../../lib/crypto/places";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

it("finds an address in whatever letters it is typed", () => {
  expect(emailLookup("  Lead@Koeln.Example ")).toEqual(emailLookup("lead@koeln.example"));
  expect(emailLookup("lead@koeln.example")).not.toEqual(emailLookup("lead@bochum.example"));
});

it("keys the hash of an address, which is easy to guess", () => {
  expect(hex(emailLookup("lead@koeln.example"))).not.toBe(
    createHash("sha256").update("lead@koeln.example").digest("hex"),
  );
});

it("does not store a session under the id in its cookie", () => {
  expect(hex(sessionHash("id"))).not.toContain(Buffer.from("id").toString("hex"));
  expect(sessionHash("one")).not.toEqual(sessionHash("two"));
});

it("derives a letter's id from what was sent, under the case's key", () => {
  const [key, other] = [newCaseKey(), newCaseKey()];
  expect(letterIdFor(key, "text")).toBe(letterIdFor(key, "text"));
  expect(letterIdFor(key, "text")).not.toBe(letterIdFor(key, "Text"));
  expect(letterIdFor(key, "text")).not.toBe(letterIdFor(other, "text"));
  expect(letterIdFor(key, "text")).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});
