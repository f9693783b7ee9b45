import { createHash, randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Desk, NetworkDesk } from "../../../lib/auth/desk";
import { changeStatus } from "../../../lib/cases/commands";
import { savePart } from "../../../lib/record/commands";
import { EMPTY_PARTS } from "../../../lib/record/rules";
import { sealFact } from "../../../lib/statistics/internal/fact";
import { storeRelease } from "../../../lib/statistics/internal/store";
import { quartersBetween } from "../../../lib/statistics/periods";
import { listRefusals, readReleased } from "../../../lib/statistics/queries";
import { releaseQuarter } from "../../../lib/statistics/release";
import { lastDue, nextQuarter, quarterAt, releasableFrom } from "../../../lib/statistics/rules";
import { berlinDay } from "../../../lib/time/rules";
import { daysAfter, NOW } from "../../support/clock";
import { asLogin, asOwner, asSuperuser } from "../../support/connections";
import { aFact, close, givenClosed, givenFacts, versionOf, waitingFacts } from "../../support/facts";
import {
  AFTER_Q1,
  AFTER_Q2,
  AGE,
  forgetReleases,
  givenRelease,
  Q1,
  Q2,
  totalOf,
} from "../../support/releases";
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
    expect(await waitingFacts()).toEqual([]);
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
    expect(await waitingFacts()).toHaveLength(1);
  });

  it("counts earlier quarters that it finds, and leaves later ones", async () => {
    await givenFacts([aFact({ quarter: "2024-Q4" }), aFact({ quarter: Q1 }), aFact({ quarter: Q2 })]);
    await releaseQuarter(Q1, AFTER_Q1);
    expect((await waitingFacts()).map(({ fact }) => fact.quarter)).toEqual([Q2]);
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
    const forged = Buffer.alloc(542, 7);
    await asLogin("site_bochum", (client) => client.query("SELECT put_fact($1, $2)", [id, forged]));
    await givenFacts([aFact({})]);
    expect(await releaseQuarter(Q1, AFTER_Q1)).toEqual({ ok: true, quarter: Q1, unreadable: 1 });
    const { rows } = await asSuperuser((client) => client.query("SELECT id FROM statistic_fact"));
    expect(rows).toEqual([{ id }]);
  });

  it("does not open a fact under another's id", async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    await asLogin("site_koeln", (client) =>
      client.query("SELECT put_fact($1, $2)", [one, sealFact(other, aFact({}))]),
    );
    expect(await releaseQuarter(Q1, AFTER_Q1)).toMatchObject({ unreadable: 1 });
  });
});

describe("a release whose numbers would tell too much", () => {
  it("does not happen, and says which table it was about", async () => {
    await givenFacts(Array(7).fill(aFact({})));
    const verdict = { ok: false, table: "language", cells: 1, narrowest: 4 } as const;
    const result = await releaseQuarter(Q1, AFTER_Q1, async () => verdict);
    expect(result).toEqual({ ok: false, quarter: Q1, reason: "refused", table: "language" });
    expect(await waitingFacts()).toHaveLength(7);
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
    expect(await waitingFacts()).toEqual([]);
  });

  it("is counted once for good, whatever happens to it later", async () => {
    const caseId = await givenClosed(desk);
    await releaseQuarter(Q1, AFTER_Q1);
    const later = daysAfter(60);
    const grounds = { ...EMPTY_PARTS.grounds, main: "age", others: [] };
    await savePart(desk, { caseId, part: "grounds", values: grounds, seen: 0 }, later);
    expect(await waitingFacts()).toEqual([]);
    const version = await versionOf(desk, caseId);
    await changeStatus(desk, { caseId, version, status: "counselling" }, later);
    await close(desk, caseId, ["settlement"], later);
    expect(await waitingFacts()).toEqual([]);
  });

  it("that is changed while its quarter is being counted is counted as it has become", async () => {
    await givenFacts([aFact({})]);
    const [before] = await waitingFacts();
    if (!before) throw new Error("nothing waits");
    const stale = { id: before.id, digest: "00" };
    const outcome = await storeRelease({ quarter: Q1, demo: false, cells: [], counted: [stale] }, AFTER_Q1);
    expect(outcome).toBe("moved");
    expect([await waitingFacts(), (await readReleased(network)).quarters]).toMatchObject([
      [{ id: before.id }],
      [],
    ]);
  });
});

describe("a job that is killed", () => {
  it.each(["before the end", "at any step"])("%s leaves nothing", async (when) => {
    await givenFacts(Array(7).fill(aFact({})));
    const before = (await waitingFacts()).map(({ id }) => id).toSorted();
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
    expect((await waitingFacts()).map(({ id }) => id).toSorted()).toEqual(before);
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

  it.each(["9999-Q4", nextQuarter(lastDue(new Date()))])(
    "cannot be a quarter that is not over for two weeks, not even with the job's login: %s",
    async (quarter) => {
      await givenFacts([aFact({}), aFact({})]);
      const [before, today] = [await waitingFacts(), berlinDay(new Date())];
      const digests = before.map(({ sealed }) => createHash("sha256").update(sealed).digest("hex"));
      const steal = asLogin("jobs", (client) =>
        client.query("SELECT release_quarter($1, $2, false, '{}', '{}', '{}', '{}', $3, $4)", [
          quarter,
          today,
          before.map(({ id }) => id),
          digests,
        ]),
      );
      await expect(steal).rejects.toThrow("this quarter is not over");
      const insert = `INSERT INTO statistic_release VALUES ('${quarter}', '${today}', false)`;
      await expect(asSuperuser((client) => client.query(insert))).rejects.toThrow("this quarter is not over");
      expect(await waitingFacts()).toEqual(before);
      expect(await releaseQuarter(Q1, AFTER_Q1)).toMatchObject({ ok: true });
    },
  );

  it("may be released from the day on that the program says, in the database too", async () => {
    const quarters = quartersBetween("2020-Q1", "2031-Q4");
    const { rows } = await asLogin("jobs", (client) =>
      client.query(
        `SELECT q AS quarter, is_releasable(q, d) AS that_day, is_releasable(q, d - 1) AS day_before
           FROM unnest($1::text[], $2::date[]) t (q, d)`,
        [quarters, quarters.map(releasableFrom)],
      ),
    );
    expect(rows).toEqual(quarters.map((quarter) => ({ quarter, that_day: true, day_before: false })));
  });

  it("is all that the coordinator's login sees: no fact, not even how many", async () => {
    await givenFacts([aFact({})]);
    await expect(asLogin("network", (client) => client.query("SELECT FROM statistic_fact"))).rejects.toThrow(
      "permission denied",
    );
    for (const call of [
      "put_fact(gen_random_uuid(), '')",
      "change_fact(gen_random_uuid(), NULL)",
      "shuffle_facts()",
    ])
      await expect(asLogin("network", (client) => client.query(`SELECT ${call}`))).rejects.toThrow(
        "permission denied",
      );
  });
});
