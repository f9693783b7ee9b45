import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Desk, NetworkDesk } from "../../../lib/auth/desk";
import { changeStatus } from "../../../lib/cases/commands";
import { savePart } from "../../../lib/record/commands";
import { EMPTY_PARTS } from "../../../lib/record/rules";
import { sealFact } from "../../../lib/statistics/internal/fact";
import { storeRelease } from "../../../lib/statistics/internal/store";
import { listRefusals, readReleased } from "../../../lib/statistics/queries";
import { releaseQuarter } from "../../../lib/statistics/release";
import { quarterAt, releasableFrom } from "../../../lib/statistics/rules";
import { daysAfter, NOW } from "../../support/clock";
import { asLogin, asSuperuser } from "../../support/connections";
import {
  aFact,
  close,
  givenClosed,
  givenFacts,
  versionOf,
  waitingCases,
  waitingIn,
  waitingParts,
} from "../../support/facts";
import { AFTER_Q1, AFTER_Q2, forgetReleases, Q1, Q2, totalOf } from "../../support/releases";
import { coordinatorDesk } from "../../support/settings-desks";
import { deskAt } from "../../support/sites";

let desk: Desk;
let network: NetworkDesk;

beforeAll(async () => {
  [desk, network] = [await deskAt("koeln"), await coordinatorDesk()];
});

/** The attacker works for two seconds on a quarter, and there are several. */
const LONG = 90_000;

beforeEach(forgetReleases);

describe("releasing a quarter", () => {
  it("publishes rounded tables that add up, and removes what was counted", async () => {
    await givenFacts([
      ...Array(23).fill(aFact({ site: "koeln" })),
      ...Array(9).fill(aFact({ site: "bochum" })),
    ]);
    expect(await releaseQuarter(Q1, AFTER_Q1)).toEqual({ ok: true, quarter: Q1, unreadable: 0 });

    const { quarters, cells } = await readReleased(network);
    expect(quarters).toEqual([{ quarter: Q1, releasedOn: new Date("2025-04-14"), demo: false }]);
    expect([20, 25]).toContain(totalOf(cells, "ground", "koeln"));
    expect([5, 10]).toContain(totalOf(cells, "ground", "bochum"));
    expect(totalOf(cells, "ground", "bayern")).toBe(0);
    const tables = [...new Set(cells.map(({ table }) => table))];
    for (const table of tables.filter((each) => each !== "grounds"))
      expect(totalOf(cells, table, "koeln"), table).toBe(totalOf(cells, "ground", "koeln"));
    expect(tables).toHaveLength(12);
    expect(cells.every(({ value }) => value >= 0 && value % 5 === 0)).toBe(true);
    expect(await waitingParts()).toEqual([]);
  });

  it("waits for fourteen days after the end of the quarter, by the German day", async () => {
    const early = { ok: false, quarter: Q1, reason: "early" };
    expect(await releaseQuarter(Q1, new Date("2025-04-13T21:59:00Z"))).toEqual(early);
    expect(await releaseQuarter(Q1, new Date("2025-04-13T22:00:00Z"))).toMatchObject({ ok: true });
  });

  it("waits for the clock of the database as well, whatever the job's own says", async () => {
    const running = quarterAt(new Date());
    await givenFacts([aFact({ quarter: running })]);
    const ahead = new Date(`${releasableFrom(running)}T12:00:00Z`);
    expect(await releaseQuarter(running, ahead)).toEqual({ ok: false, quarter: running, reason: "early" });
    expect(await waitingCases()).toBe(1);
  });

  it("counts earlier quarters that it finds, and leaves later ones", async () => {
    await givenFacts([aFact({ quarter: "2024-Q4" }), aFact({ quarter: Q1 }), aFact({ quarter: Q2 })]);
    await releaseQuarter(Q1, AFTER_Q1);
    expect(await waitingCases()).toBe(1);
    expect((await waitingIn("kind")).map(({ quarter }) => quarter)).toEqual([Q2]);
  });

  it("cannot be done twice, nor an earlier quarter after a later one", async () => {
    await releaseQuarter(Q2, AFTER_Q2);
    for (const quarter of [Q2, Q1])
      expect(await releaseQuarter(quarter, AFTER_Q2)).toEqual({ ok: false, quarter, reason: "late" });
    expect((await readReleased(network)).quarters).toHaveLength(1);
  });

  it(
    "is done once by several that begin at the same moment",
    async () => {
      await givenFacts(Array(12).fill(aFact({})));
      const results = await Promise.all(Array.from({ length: 4 }, () => releaseQuarter(Q1, AFTER_Q1)));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      const { rows } = await asSuperuser((client) =>
        client.query(
          "SELECT count(*)::int AS double FROM statistic_cell WHERE partition = 'kind' AND site = 'koeln'",
        ),
      );
      expect(rows[0].double).toBe(4);
    },
    LONG,
  );

  it("does not count what somebody else put there, and leaves it", async () => {
    const id = randomUUID();
    const forged = Buffer.alloc(158, 7);
    await asLogin("site_bochum", (client) =>
      client.query("SELECT put_facts(ARRAY[$1::uuid], ARRAY[$2::bytea])", [id, forged]),
    );
    await givenFacts([aFact({})]);
    expect(await releaseQuarter(Q1, AFTER_Q1)).toEqual({ ok: true, quarter: Q1, unreadable: 1 });
    const { rows } = await asSuperuser((client) => client.query("SELECT id FROM statistic_fact"));
    expect(rows).toEqual([{ id }]);
  });

  it("does not open a row under another's id", async () => {
    const [{ ids }, { sealed }] = [sealFact(randomUUID(), aFact({})), sealFact(randomUUID(), aFact({}))];
    const rows = sealed.map((row) => Buffer.from(row));
    await asLogin("site_koeln", (client) => client.query("SELECT put_facts($1, $2)", [ids, rows]));
    expect(await releaseQuarter(Q1, AFTER_Q1)).toMatchObject({ unreadable: 12 });
  });

  it.each(["ground", "kind", "grounds"])("notices when a case is missing in a table: %s", async (missing) => {
    await givenFacts(Array(7).fill(aFact({})));
    const lost = (await waitingParts()).find(({ part }) => part.table === missing);
    await asSuperuser((client) => client.query("DELETE FROM statistic_fact WHERE id = $1", [lost?.id]));
    await expect(releaseQuarter(Q1, AFTER_Q1)).rejects.toThrow("another number of cases");
    expect((await readReleased(network)).quarters).toEqual([]);
    expect(await waitingParts()).toHaveLength(7 * 12 - 1);
  });
});

describe("a release whose numbers would tell too much", () => {
  it("does not happen, and says which table it was about", async () => {
    await givenFacts(Array(7).fill(aFact({})));
    const verdict = { ok: false, table: "language", cells: 1, narrowest: 4 } as const;
    const result = await releaseQuarter(Q1, AFTER_Q1, async () => verdict);
    expect(result).toEqual({ ok: false, quarter: Q1, reason: "refused", table: "language" });
    expect(await waitingCases()).toBe(7);
    expect((await readReleased(network)).quarters).toEqual([]);
    const refusal = { quarter: Q1, refusedOn: new Date("2025-04-14"), table: "language" };
    expect(await listRefusals(network)).toEqual([refusal]);
  });
});

describe("a case", () => {
  it("that is closed after its quarter's release counts in the next one", async () => {
    await releaseQuarter(Q1, AFTER_Q1);
    await givenClosed(desk, NOW);
    await releaseQuarter(Q2, AFTER_Q2);
    expect(await waitingParts()).toEqual([]);
  });

  it("is counted once for good, whatever happens to it later", async () => {
    const caseId = await givenClosed(desk);
    await releaseQuarter(Q1, AFTER_Q1);
    const later = daysAfter(60);
    const grounds = { ...EMPTY_PARTS.grounds, main: "age", others: [] };
    await savePart(desk, { caseId, part: "grounds", values: grounds, seen: 0 }, later);
    expect(await waitingParts()).toEqual([]);
    const version = await versionOf(desk, caseId);
    await changeStatus(desk, { caseId, version, status: "counselling" }, later);
    await close(desk, caseId, ["settlement"], later);
    expect(await waitingParts()).toEqual([]);
  });

  it("that is changed late, or closed late, changes no number that is out", async () => {
    await givenFacts(Array(12).fill(aFact({})));
    const caseId = await givenClosed(desk);
    await releaseQuarter(Q1, AFTER_Q1);
    const { cells: before } = await readReleased(network);
    const late = daysAfter(60);
    const grounds = { ...EMPTY_PARTS.grounds, main: "age", others: [] };
    await savePart(desk, { caseId, part: "grounds", values: grounds, seen: 0 }, late);
    await givenFacts(Array(4).fill(aFact({ quarter: Q2 })));
    await givenClosed(desk, late);
    await releaseQuarter(Q2, AFTER_Q2);

    forgetRead();
    const { cells: after } = await readReleased(network);
    expect(after.filter(({ quarter }) => quarter === Q1)).toEqual(before);
    expect(after.filter(({ quarter }) => quarter === Q2)).toHaveLength(before.length);
    expect(
      totalOf(
        after.filter(({ quarter }) => quarter === Q2),
        "ground",
        "koeln",
      ),
    ).toBe(5);
  });

  it("that is changed while its quarter is being counted is counted as it has become", async () => {
    await givenFacts([aFact({})]);
    const [before] = await waitingParts();
    if (!before) throw new Error("nothing waits");
    const stale = { id: before.id, digest: "00" };
    const outcome = await storeRelease({ quarter: Q1, demo: false, cells: [], counted: [stale] }, AFTER_Q1);
    expect(outcome).toBe("moved");
    expect(await waitingCases()).toBe(1);
    expect((await readReleased(network)).quarters).toEqual([]);
  });
});

/** Has released numbers read from the database again, and not from what this process keeps of them. */
const forgetRead = () => Reflect.deleteProperty(globalThis, "weactReleased");
