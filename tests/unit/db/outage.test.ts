import { afterAll, expect, it } from "vitest";
import { closeClients, surfaceDb } from "../../../lib/db/client";
import { isOutage } from "../../../lib/http/outage";

afterAll(closeClients);

it("knows a server that is not there", async () => {
  const error = await surfaceDb("intake")
    .site.findMany()
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  expect(isOutage(error)).toBe(true);
});

it.each([new Error("x"), Object.assign(new Error("x"), { code: "P2002" }), "ECONNREFUSED", null, undefined])(
  "does not take anything else for one: %s",
  (error) => {
    expect(isOutage(error)).toBe(false);
  },
);
