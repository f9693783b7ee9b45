import { randomUUID } from "node:crypto";
import { appendFileSync, readFileSync, rmSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Desk, NetworkDesk } from "../../../lib/auth/desk";
import { changeStatus } from "../../../lib/cases/commands";
import { env } from "../../../lib/env";
import { savePart } from "../../../lib/record/commands";
import { EMPTY_PARTS } from "../../../lib/record/rules";
import { sealFact } from "../../../lib/statistics/internal/fact";
import { storeRelease } from "../../../lib/statistics/internal/store";
import { listRefusals, readReleased } from "../../../lib/statistics/queries";
import { releaseDue, releaseQuarter } from "../../../lib/statistics/release";
import type { Quarter, ReleasedCell } from "../../../lib/statistics/types";
import { daysAfter, NOW } from "../../support/clock";
import { asLogin, asOwner, asSuperuser } from "../../support/connections";
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
import { coordinatorDesk } from "../../support/settings-desks";
import { deskAt } from "../../support/sites";

let desk: Desk;
let network: NetworkDesk;

const Q1: Quarter = "2025-Q1";
const Q2: Quarter = "2025-Q2";
const AFTER_Q1 = new Date("2025-04-14T10:00:00Z");
const AFTER_Q2 = new Date("2025-07-14T10:00:00Z");

beforeAll(async () => {
  [desk, network] = [await deskAt("koeln"), await coordinatorDesk()];
});

/** The attacker works for two seconds on a quarter, and there are several. */
const LONG = 90_000;

/** Removes what a release leaves for good, which nobody but a superuser can. */
beforeEach(() => rmSync(env().RELEASES_FILE, { force: true }));
beforeEach(() =>
  asSuperuser((client) =>
    client.query(`SET session_replication_role = replica;
      DELETE FROM statistic_cell; DELETE FROM statistic_release; DELETE FROM statistic_refusal;
      DELETE FROM statistic_fact`),
  ),
);

const AGE = { table: "ground", site: "koeln", category: "age", value: 5 } as const;

/** A quarter with one number in it. */
const givenRelease = () => storeRelease({ quarter: Q1, demo: false, cells: [AGE], counted: [] }, AFTER_Q1);

const totalOf = (cells: readonly ReleasedCell[], table: string, site: string | null): number =>
  cells
    .filter((cell) => cell.table === table && cell.site === site)
    .reduce((sum, { value }) => sum + value, 0);

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
    const early = { ok: false, quarter: Q1, reason: "notDue" };
    expect(await releaseQuarter(Q1, new Date("2025-04-13T21:59:00Z"))).toEqual(early);
    expect(await releaseQuarter(Q1, new Date("2025-04-13T22:00:00Z"))).toMatchObject({ ok: true });
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

describe("an older database that was put back", () => {
  const outside = () => readFileSync(env().RELEASES_FILE, "utf8").split("\n").filter(Boolean);

  it("does not release again what was published, and says why", async () => {
    await givenFacts([aFact({})]);
    appendFileSync(env().RELEASES_FILE, `${Q1}\n${Q2.slice(0, 4)}`);
    const forgotten = { ok: false, quarter: Q1, reason: "forgotten" };
    expect(await releaseQuarter(Q1, AFTER_Q1)).toEqual(forgotten);
    expect(await releaseDue(AFTER_Q1)).toEqual([forgotten]);
    expect(await waitingCases()).toBe(1);
    expect(await releaseQuarter(Q2, AFTER_Q2)).toMatchObject({ ok: true });
    expect(outside()).toEqual([Q1, "2025", Q2]);
  });

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

  it("stops at a quarter that was refused, which somebody may then release by hand", async () => {
    await givenFacts([aFact({ quarter: Q1 })]);
    await asLogin("jobs", (client) =>
      client.query("SELECT refuse_release('2025-Q1', '2025-04-14', 'language')"),
    );
    expect(await releaseDue(AFTER_Q2)).toEqual([]);
    expect(await releaseQuarter(Q1, AFTER_Q2)).toMatchObject({ ok: true });
    expect(await listRefusals(network)).toEqual([]);
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

describe("a job that is killed", () => {
  it.each(["before the end", "at any step"])("%s leaves nothing", async (when) => {
    await givenFacts(Array(7).fill(aFact({})));
    const before = (await waitingParts()).map(({ id }) => id).toSorted();
    const kill = asLogin("jobs", async (client) => {
      client.on("error", () => undefined);
      const { rows } = await client.query("SELECT pg_backend_pid() AS pid");
      await client.query("BEGIN");
      const facts = await client.query(
        "SELECT id, encode(sha256(sealed_fact), 'hex') AS digest FROM statistic_fact",
      );
      const values = [facts.rows.map(({ id }) => id), facts.rows.map(({ digest }) => digest)];
      const releasing = client.query(
        `SELECT release_quarter('2025-Q1', '2025-04-14', false, '{ground}', '{koeln}', '{age}', '{5}', $1, $2)
           ${when === "at any step" ? ", pg_sleep(5)" : ""}`,
        values,
      );
      releasing.catch(() => undefined); // the end of the connection may come before anybody waits for it
      if (when === "before the end") await releasing;
      await asSuperuser((superuser) => superuser.query("SELECT pg_terminate_backend($1)", [rows[0].pid]));
      await releasing;
      await client.query("COMMIT");
    });
    await expect(kill).rejects.toThrow();
    expect((await readReleased(network)).quarters).toEqual([]);
    expect((await waitingParts()).map(({ id }) => id).toSorted()).toEqual(before);
    expect(await releaseQuarter(Q1, AFTER_Q1)).toMatchObject({ ok: true });
  });

  it("leaves nothing either when the last of its numbers is no rounded one", async () => {
    const planted = storeRelease(
      {
        quarter: Q1,
        demo: false,
        cells: [AGE, { ...AGE, category: "gender", value: 7 }],
        counted: [],
      },
      AFTER_Q1,
    );
    await expect(planted).rejects.toThrow();
    const { rows } = await asSuperuser((client) => client.query("SELECT FROM statistic_release"));
    expect(rows).toEqual([]);
  });
});

describe("what was released", () => {
  const LOGINS = ["site_koeln", "site_bochum", "intake", "mailbox", "network", "auth", "jobs"] as const;
  const CHANGES = [
    "UPDATE statistic_cell SET value = 5",
    "UPDATE statistic_release SET released_on = '2020-01-01'",
    "DELETE FROM statistic_cell",
    "DELETE FROM statistic_release",
    "TRUNCATE statistic_release CASCADE",
    "TRUNCATE statistic_cell",
    "INSERT INTO statistic_cell VALUES ('2025-Q1', 'ground', 'koeln', 'planted', 5)",
  ];

  it.each(CHANGES)("cannot be changed by anybody: %s", async (sql) => {
    await givenRelease();
    const before = await readReleased(network);
    for (const login of LOGINS)
      await expect(
        asLogin(login, (client) => client.query(sql)),
        login,
      ).rejects.toThrow("permission denied");
    await expect(asOwner((client) => client.query(sql))).rejects.toThrow(/released|row-level security/);
    await expect(asSuperuser((client) => client.query(sql))).rejects.toThrow(/released/);
    expect(await readReleased(network)).toBe(before);
  });

  it("cannot be added to by the function that releases either", async () => {
    await givenRelease();
    expect(await givenRelease()).toBe("late");
  });

  it("is released by the job's login alone", async () => {
    const sql = "SELECT release_quarter('2025-Q1', '2025-04-14', false, '{}', '{}', '{}', '{}', '{}', '{}')";
    for (const login of LOGINS.filter((each) => each !== "jobs"))
      await expect(
        asLogin(login, (client) => client.query(sql)),
        login,
      ).rejects.toThrow("permission denied");
  });

  it("is all that the coordinator's login sees: no fact, not even how many", async () => {
    await givenFacts([aFact({})]);
    await expect(asLogin("network", (client) => client.query("SELECT FROM statistic_fact"))).rejects.toThrow(
      "permission denied",
    );
    for (const call of [
      "put_facts(ARRAY[gen_random_uuid()], ARRAY[''::bytea])",
      "change_facts(ARRAY[gen_random_uuid()], NULL)",
      "shuffle_facts()",
    ])
      await expect(asLogin("network", (client) => client.query(`SELECT ${call}`))).rejects.toThrow(
        "permission denied",
      );
  });
});
