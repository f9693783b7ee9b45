import { describe, expect, it } from "vitest";
import { surfaceDb } from "../../../lib/db/client";
import { isOutage } from "../../../lib/http/outage";
import { asSuperuser } from "../../support/connections";

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

const endConnectionsOf = (login: string) =>
  asSuperuser((client) =>
    client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1 AND datname = current_database()",
      [login],
    ),
  );

describe("isOutage", () => {
  it("knows a connection that ends in the middle of a query", async () => {
    const sleeping = errorOf(surfaceDb("intake").$queryRaw`SELECT pg_sleep(10)::text`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await endConnectionsOf("intake");
    const error = await sleeping;
    expect(error).toBeInstanceOf(Error);
    expect(isOutage(error)).toBe(true);
  });

  it("finds the next query served again", async () => {
    await surfaceDb("intake").site.count();
    await endConnectionsOf("intake");
    await new Promise((resolve) => setTimeout(resolve, 100));
    const error = await errorOf(surfaceDb("intake").site.count());
    if (error) expect(isOutage(error)).toBe(true);
    expect(await surfaceDb("intake").site.count()).toBe(11);
  });

  it("does not take a refused right or a broken query for an outage", async () => {
    const db = surfaceDb("intake") as unknown as Record<string, { count(): Promise<number> }>;
    const denied = await errorOf(db.caseFile?.count() ?? Promise.resolve());
    expect(denied).toBeInstanceOf(Error);
    expect(isOutage(denied)).toBe(false);
    const broken = await errorOf(surfaceDb("intake").$queryRaw`SELECT 1 / 0`);
    expect(broken).toBeInstanceOf(Error);
    expect(isOutage(broken)).toBe(false);
  });
});
