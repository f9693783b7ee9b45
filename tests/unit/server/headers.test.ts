import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { guardResponse } from "@/scripts/serve/headers";

function answered(https: boolean, answer: (response: ServerResponse) => void): ServerResponse {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  guardResponse(response, https);
  answer(response);
  return response;
}

describe("a response", () => {
  it("may run nothing and is not kept when the application says nothing else", () => {
    const response = answered(false, (each) => each.end("x"));

    expect(response.getHeader("content-security-policy")).toContain("default-src 'none'");
    expect(response.getHeader("cache-control")).toBe("no-store");
    expect(response.getHeader("x-content-type-options")).toBe("nosniff");
  });

  it("keeps the policy of the application", () => {
    const response = answered(false, (each) => {
      each.setHeader("Content-Security-Policy", "default-src 'self'");
      each.setHeader("Cache-Control", "public");
      each.setHeader("X-Powered-By", "something");
      each.writeHead(200).end();
    });

    expect(response.getHeader("content-security-policy")).toBe("default-src 'self'");
    expect(response.getHeader("cache-control")).toBe("public");
    expect(response.hasHeader("x-powered-by")).toBe(false);
  });

  it("keeps a header that comes with the status", () => {
    const response = answered(false, (each) => each.writeHead(200, "OK", { "cache-control": "public" }));
    expect(response.getHeader("cache-control")).not.toBe("no-store");
  });

  it("asks for https only where we are reached by it", () => {
    expect(answered(true, (each) => each.end()).hasHeader("strict-transport-security")).toBe(true);
    expect(answered(false, (each) => each.end()).hasHeader("strict-transport-security")).toBe(false);
  });
});
