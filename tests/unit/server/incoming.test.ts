import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { clientAddress } from "@/scripts/serve/address";
import { refusalFor, tidyHeaders } from "@/scripts/serve/incoming";

const ORIGIN = new URL("https://intake.example");

function requestWith(
  headers: Record<string, string>,
  { method = "GET", url = "/de", from = "192.0.2.7" } = {},
): IncomingMessage {
  const socket = Object.defineProperty(new Socket(), "remoteAddress", { value: from });
  const request = new IncomingMessage(socket);
  return Object.assign(request, { method, url, headers });
}

describe("the client address", () => {
  const forwarded = { "x-forwarded-for": "6.6.6.6, 198.51.100.1, 203.0.113.9" };

  it("is that of the connection when no proxy is trusted", () => {
    expect(clientAddress(requestWith(forwarded), 0)).toBe("192.0.2.7");
  });

  it.each([
    [1, "203.0.113.9"],
    [2, "198.51.100.1"],
  ])("is the entry that the first of %i proxies wrote", (proxies, address) => {
    expect(clientAddress(requestWith(forwarded), proxies)).toBe(address);
  });

  it.each([{}, { "x-forwarded-for": "unknown" }, { "x-forwarded-for": "" }])(
    "is that of the connection when a proxy says nothing usable: %j",
    (headers) => {
      expect(clientAddress(requestWith(headers), 1)).toBe("192.0.2.7");
    },
  );

  it("is written the same way on a socket for both families", () => {
    expect(clientAddress(requestWith({}, { from: "::ffff:192.0.2.7" }), 0)).toBe("192.0.2.7");
  });
});

describe("incoming headers", () => {
  it("lose what a sender claims about itself and us", () => {
    const request = requestWith({
      forwarded: "for=6.6.6.6",
      "x-forwarded-for": "6.6.6.6",
      "x-forwarded-host": "evil.example",
      "x-real-ip": "6.6.6.6",
      "x-client-address": "6.6.6.6",
      "x-request-id": "mine",
    });

    const id = tidyHeaders(request, ORIGIN, 0);

    expect(request.headers).toEqual({
      "x-client-address": "192.0.2.7",
      "x-request-id": id,
      "x-forwarded-host": "intake.example",
      "x-forwarded-proto": "https",
    });
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ["http://127.0.0.1:3000", "http://localhost:3000"],
    ["http://[::1]:3000", "http://localhost:3000"],
    ["http://127.0.0.1:4000", "http://127.0.0.1:4000"],
    ["http://evil.example:3000", "http://evil.example:3000"],
    ["null", "null"],
  ])("say of Origin %s on this machine that it is %s", (origin, seen) => {
    const request = requestWith({ origin });
    tidyHeaders(request, new URL("http://localhost:3000"), 0);
    expect(request.headers.origin).toBe(seen);
  });

  it("keep every Origin where we are not on this machine only", () => {
    const request = requestWith({ origin: "https://127.0.0.1" });
    tidyHeaders(request, ORIGIN, 0);
    expect(request.headers.origin).toBe("https://127.0.0.1");
  });
});

describe("a request", () => {
  it.each([
    ["PUT", {}, 405],
    ["TRACE", {}, 405],
    ["POST", { "transfer-encoding": "chunked" }, 411],
    ["POST", { "content-length": "1500001" }, 413],
    ["POST", { "content-length": "1500000" }, undefined],
    ["GET", {}, undefined],
    ["HEAD", {}, undefined],
  ])("%s %j is refused with %s", (method, headers, status) => {
    expect(refusalFor(requestWith(headers as Record<string, string>, { method }))).toBe(status);
  });

  it.each(["http://elsewhere.example/de", "//elsewhere.example", "*", "", "/%ff", "/de/%E0%A4%A", "de"])(
    "for %j, which is no path of ours, is refused",
    (url) => {
      expect(refusalFor(requestWith({}, { method: "GET", url }))).toBe(400);
    },
  );

  it("for a Server Action is refused on every address unless it comes from our pages", () => {
    const action = (headers: Record<string, string>) =>
      refusalFor(requestWith({ "next-action": "00", ...headers }, { method: "POST", url: "/_not-found" }));
    expect(action({})).toBe(403);
    expect(action({ "sec-fetch-site": "cross-site" })).toBe(403);
    expect(action({ "sec-fetch-site": "same-origin" })).toBeUndefined();
  });
});
