import { appendFileSync, readFileSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { NetworkDesk } from "../../../lib/auth/desk";
import { env } from "../../../lib/env";
import { listRefusals, readReleased } from "../../../lib/statistics/queries";
import { releaseDue, releaseQuarter } from "../../../lib/statistics/release";
import type { ReleasedCell } from "../../../lib/statistics/types";
import { asLogin } from "../../support/connections";
import { aFact, givenFacts, waitingCases, waitingParts } from "../../support/facts";
import { AFTER_Q1, AFTER_Q2, forgetReleases, givenRelease, Q1, Q2, totalOf } from "../../support/releases";
import { coordinatorDesk } from "../../support/settings-desks";

let network: NetworkDesk;

beforeAll(async () => {
  network = await coordinatorDesk();
});

/** The attacker works for two seconds on a quarter, and there are several. */
const LONG = 90_000;

beforeEach(forgetReleases);

const givenRefusal = () =>
  asLogin("jobs", (client) => client.query(`SELECT refuse_release('${Q1}', '2025-04-14', 'language')`));

describe("an older database that was put back", () => {
  const outside = () => readFileSync(env().RELEASES_FILE, "utf8").split("\n").filter(Boolean);

  it("does not release again what was published, and says why", async () => {
    await givenFacts([aFact({})]);
    appendFileSync(env().RELEASES_FILE, `${Q1}\n${Q2.slice(0, 4)}`);
    expect(await releaseQuarter(Q1, AFTER_Q1)).toEqual({ ok: false, quarter: Q1, reason: "forgotten" });
    expect(await releaseDue(AFTER_Q1)).toEqual([]);
    expect(await waitingCases()).toBe(1);
  });

  it.each(["by hand", "at night"])(
    "does not count what was published into the next quarter, %s",
    async (how) => {
      await givenFacts([
        ...Array(40).fill(aFact({ quarter: "2024-Q4" })),
        ...Array(40).fill(aFact({ quarter: Q1 })),
        ...Array(7).fill(aFact({ quarter: Q2, site: "bochum" })),
      ]);
      appendFileSync(env().RELEASES_FILE, `${Q1}\n${Q2.slice(0, 4)}`);
      const released = { ok: true, quarter: Q2, unreadable: 0 };
      if (how === "by hand") expect(await releaseQuarter(Q2, AFTER_Q2)).toEqual(released);
      else expect(await releaseDue(AFTER_Q2)).toEqual([released]);

      const { quarters, cells } = await readReleased(network);
      expect(quarters.map(({ quarter }) => quarter)).toEqual([Q2]);
      expect(totalOf(cells, "ground", "koeln")).toBe(0);
      expect([5, 10]).toContain(totalOf(cells, "ground", "bochum"));
      expect(await waitingParts()).toEqual([]);
      expect(outside()).toEqual([Q1, "2025", Q2]);
    },
  );

  it("learns what a process released that died before it could say so", async () => {
    await givenRelease();
    expect(await releaseQuarter(Q1, AFTER_Q1)).toMatchObject({ reason: "late" });
    expect(outside()).toEqual([Q1]);
  });
});

describe("every night", () => {
  it(
    "releases all quarters that are due, in their order",
    async () => {
      await givenFacts([aFact({ quarter: "2024-Q3" }), aFact({ quarter: Q1 }), aFact({ quarter: Q2 })]);
      const quarters = (await releaseDue(AFTER_Q1)).map(({ quarter }) => quarter);
      expect(quarters).toEqual(["2024-Q3", "2024-Q4", Q1]);
      expect(await releaseDue(AFTER_Q1)).toEqual([]);
      expect((await releaseDue(AFTER_Q2)).map(({ quarter }) => quarter)).toEqual([Q2]);
    },
    LONG,
  );

  it("releases nothing where nothing was ever counted", async () => {
    expect(await releaseDue(AFTER_Q2)).toEqual([]);
    expect((await readReleased(network)).quarters).toEqual([]);
  });

  it("leaves a quarter that was refused to somebody who may release it by hand", async () => {
    await givenFacts([aFact({ quarter: Q1 })]);
    await givenRefusal();
    expect(await releaseDue(AFTER_Q1)).toEqual([]);
    expect(await releaseQuarter(Q1, AFTER_Q1)).toMatchObject({ ok: true });
    expect(await listRefusals(network)).toEqual([]);
  });

  it("counts the cases of a quarter that was refused in the next one", async () => {
    await givenFacts([...Array(7).fill(aFact({ quarter: Q1 })), ...Array(8).fill(aFact({ quarter: Q2 }))]);
    await givenRefusal();
    expect(await releaseDue(AFTER_Q2)).toEqual([{ ok: true, quarter: Q2, unreadable: 0 }]);
    const { quarters, cells } = await readReleased(network);
    expect([quarters.map(({ quarter }) => quarter), totalOf(cells, "ground", "koeln")]).toEqual([[Q2], 15]);
    expect([await waitingParts(), await listRefusals(network)]).toEqual([[], []]);
  });

  it("goes on with the next quarter in the very night in which one is refused", async () => {
    await givenFacts([aFact({ quarter: Q1 }), aFact({ quarter: Q2 })]);
    const refusing = async (cells: readonly ReleasedCell[]) =>
      cells[0]?.quarter === Q1
        ? ({ ok: false, table: "form", cells: 1, narrowest: 4 } as const)
        : { ok: true as const };
    expect(await releaseDue(AFTER_Q2, refusing)).toEqual([
      { ok: false, quarter: Q1, reason: "refused", table: "form" },
      { ok: true, quarter: Q2, unreadable: 0 },
    ]);
  });

  it("puts what waits into a new order, also when it fails", async () => {
    await givenFacts([aFact({ quarter: Q1 }), ...Array(40).fill(aFact({ quarter: Q2 }))]);
    const before = await waitingParts();
    const failing = releaseDue(AFTER_Q1, () => Promise.reject(new Error("out of memory")));
    await expect(failing).rejects.toThrow("out of memory");
    const after = await waitingParts();
    expect(new Set(after.map(({ xmin }) => xmin)).size).toBe(1);
    expect(after.map(({ id }) => id)).not.toEqual(before.map(({ id }) => id));
    expect(after.map(({ id }) => id).toSorted()).toEqual(before.map(({ id }) => id).toSorted());
  });

  it("releases nothing when so much is due that the clock may be wrong, and says so", async () => {
    const facts = Array.from({ length: 12 }, () => aFact({ quarter: "2024-Q2" }));
    await givenFacts(facts);
    expect(await releaseDue(AFTER_Q2)).toEqual([{ ok: false, quarter: Q2, reason: "tooMany" }]);
    expect([(await readReleased(network)).quarters, await waitingCases()]).toEqual([[], facts.length]);
    expect(await releaseQuarter(Q2, AFTER_Q2)).toMatchObject({ ok: true });
    expect(await waitingParts()).toEqual([]);
  });
});
