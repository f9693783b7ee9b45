import { describe, expect, it } from "vitest";
import { clientAddress, isFromOurPages } from "../../../lib/http/request";

// The settings of the tests say that people use http://localhost:3000.
const from = (headers: Record<string, string>): boolean => isFromOurPages(new Headers(headers));

describe("isFromOurPages", () => {
  it.each([
    { "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "same-origin", origin: "http://localhost:3000" },
    { origin: "http://localhost:3000" },
  ])("accepts %o", (headers) => {
    expect(from(headers as Record<string, string>)).toBe(true);
  });

  it.each([
    {},
    { host: "localhost:3000" },
    { origin: "null" },
    { origin: "" },
    { origin: "https://localhost:3000" },
    { origin: "http://localhost:3001" },
    { origin: "http://localhost" },
    { origin: "http://localhost:3000.evil.example" },
    { origin: "http://evil.example", host: "evil.example" },
    { origin: "localhost:3000" },
    { "sec-fetch-site": "none" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "cross-site", origin: "http://localhost:3000" },
  ])("refuses %o", (headers) => {
    expect(from(headers as Record<string, string>)).toBe(false);
  });
});

it("reads the address that the server found", () => {
  expect(clientAddress(new Headers({ "x-client-address": "203.0.113.7" }))).toBe("203.0.113.7");
  expect(clientAddress(new Headers({ "x-forwarded-for": "203.0.113.7" }))).toBe("unknown");
});
