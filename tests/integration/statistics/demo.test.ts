import { beforeAll, expect, it } from "vitest";
import type { NetworkDesk } from "../../../lib/auth/desk";
import { readReleased } from "../../../lib/statistics/queries";
import { releaseQuarter } from "../../../lib/statistics/release";
import { SITE_TABLES } from "../../../lib/statistics/types";
import { isDemoUnfinished } from "../../../scripts/demo/quarters";
import { ensureDemoReleases } from "../../../scripts/demo/releases";
import { asSuperuser } from "../../support/connections";
import { aFact, givenFacts } from "../../support/facts";
import { forgetReleases, givenRelease } from "../../support/releases";
import { coordinatorDesk } from "../../support/settings-desks";

let network: NetworkDesk;

/** In the third quarter of 2025, when the second one is due since two weeks. */
const TODAY = new Date("2025-07-28T10:00:00Z");
const ALL = ["2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2"];

beforeAll(async () => {
  network = await coordinatorDesk();
  await ensureDemoReleases(TODAY);
});

it("the made-up figures are eight quarters up to the last that is due, each marked", async () => {
  const { quarters } = await readReleased(network);
  expect(quarters.map(({ quarter }) => quarter)).toEqual(ALL);
  expect(quarters.every(({ demo }) => demo)).toBe(true);
});

it("they are all there also when the first start was killed while it loaded them", async () => {
  await asSuperuser((client) =>
    client.query(`SET session_replication_role = replica;
      DELETE FROM statistic_cell WHERE quarter >= '2024-Q1'; DELETE FROM statistic_release WHERE quarter >= '2024-Q1'`),
  );
  const before = (await readReleased(network)).cells;
  expect(await isDemoUnfinished()).toBe(true);
  await ensureDemoReleases(TODAY);
  const { quarters, cells } = await readReleased(network);
  expect(quarters.map(({ quarter, demo }) => [quarter, demo])).toEqual(ALL.map((quarter) => [quarter, true]));
  expect(cells.slice(0, before.length)).toEqual(before);
  expect(await isDemoUnfinished()).toBe(false);
});

it("none is added to real ones, not even to fewer than eight", async () => {
  await forgetReleases();
  await givenRelease();
  await ensureDemoReleases(TODAY);
  expect((await readReleased(network)).quarters).toHaveLength(1);
  await forgetReleases();
  await ensureDemoReleases(TODAY);
});

it("they add up as real ones do, for all eleven sites", async () => {
  const { quarters, cells } = await readReleased(network);
  for (const { quarter } of quarters) {
    const totals = SITE_TABLES.map((table) => {
      const bySite = new Map<string | null, number>();
      for (const cell of cells.filter((each) => each.quarter === quarter && each.table === table))
        bySite.set(cell.site, (bySite.get(cell.site) ?? 0) + cell.value);
      return bySite;
    });
    expect(totals[0]?.size).toBe(11);
    expect([...(totals[0]?.values() ?? [])].every((value) => value > 0 && value % 5 === 0)).toBe(true);
    for (const total of totals) expect(total).toEqual(totals[0]);
  }
});

it("they are loaded once", async () => {
  const before = await readReleased(network);
  await ensureDemoReleases(new Date("2026-07-28T10:00:00Z"));
  expect(await readReleased(network)).toBe(before);
});

it("what is released after them is real", async () => {
  await givenFacts([aFact({ quarter: "2025-Q3" })]);
  expect(await releaseQuarter("2025-Q3", new Date("2025-10-20T10:00:00Z"))).toMatchObject({ ok: true });
  expect((await readReleased(network)).quarters.at(-1)).toMatchObject({ quarter: "2025-Q3", demo: false });
});
