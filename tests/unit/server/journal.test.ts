import { describe, expect, it } from "vitest";
import { describe as describeError } from "@/scripts/serve/journal";
import { routeFor } from "@/scripts/serve/route";

const CONTENT = "what a person wrote\n    at their place (home:1:2)";

describe("an error in the log", () => {
  it("has a name, a code and places in the code, and nothing of the message", () => {
    const entry = describeError(Object.assign(new TypeError(CONTENT), { code: "P2002", digest: "12345" }));

    expect(entry).toMatchObject({ name: "TypeError", code: "P2002", digest: "12345" });
    expect(entry.at).not.toEqual([]);
    expect(JSON.stringify(entry)).not.toMatch(/person|their place/);
  });

  it("has nothing of the message of its cause either", () => {
    const entry = describeError(new Error("outer", { cause: new Error(CONTENT) }));
    expect(entry.cause).toMatchObject({ name: "Error" });
    expect(JSON.stringify(entry)).not.toMatch(/outer|person|their place/);
  });

  it("has no code that reads like text", () => {
    expect(
      describeError(Object.assign(new Error(), { code: "a name", digest: "NEXT_REDIRECT;/x;307" })),
    ).not.toMatchObject({
      code: expect.anything(),
    });
  });

  it.each(["text", undefined, { message: CONTENT }])(
    "is empty when something else was thrown: %j",
    (thrown) => {
      expect(describeError(thrown)).toEqual({});
    },
  );
});

describe("a route in the log", () => {
  it.each([
    ["/de/contact?site=koeln", 200, "/de/contact"],
    ["/de/dashboard/cases/0b0e8a34-51c4-4a52-9b0f-3f1d2c9a7e10", 200, "/de/dashboard/cases/:id"],
    ["/de/mailbox/12345-67890", 200, "/de/mailbox/:other"],
    ["/_next/static/chunks/a1b2.js", 200, "/_next"],
    ["/ar/Maria", 404, "/ar/:unknown"],
    ["/Maria", 404, "/:unknown"],
    ["/", 200, "/"],
  ])("of %s with %i is %s", (url, status, route) => {
    expect(routeFor(url, status)).toBe(route);
  });
});
