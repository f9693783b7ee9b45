import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { NetworkDesk } from "../../../lib/auth/desk";
import { quartersBetween } from "../../../lib/statistics/periods";
import { readReleased } from "../../../lib/statistics/queries";
import { releaseQuarter } from "../../../lib/statistics/release";
import { lastDue, nextQuarter, releasableFrom } from "../../../lib/statistics/rules";
import { berlinDay } from "../../../lib/time/rules";
import { asLogin, asOwner, asSuperuser } from "../../support/connections";
import { aFact, givenFacts, waitingParts } from "../../support/facts";
import { AFTER_Q1, digestOf, forgetReleases, givenRelease, Q1 } from "../../support/releases";
import { coordinatorDesk } from "../../support/settings-desks";

let network: NetworkDesk;

beforeAll(async () => {
  network = await coordinatorDesk();
});

beforeEach(forgetReleases);

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
      const [before, today] = [await waitingParts(), berlinDay(new Date())];
      const steal = asLogin("jobs", (client) =>
        client.query("SELECT release_quarter($1, $2, false, '{}', '{}', '{}', '{}', $3, $4)", [
          quarter,
          today,
          before.map(({ id }) => id),
          before.map(digestOf),
        ]),
      );
      await expect(steal).rejects.toThrow("this quarter is not over");
      const insert = `INSERT INTO statistic_release VALUES ('${quarter}', '${today}', false)`;
      await expect(asSuperuser((client) => client.query(insert))).rejects.toThrow("this quarter is not over");
      expect(await waitingParts()).toEqual(before);
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
      "put_facts(ARRAY[gen_random_uuid()], ARRAY[''::bytea])",
      "change_facts(ARRAY[gen_random_uuid()], NULL)",
      "shuffle_facts()",
    ])
      await expect(asLogin("network", (client) => client.query(`SELECT ${call}`))).rejects.toThrow(
        "permission denied",
      );
  });
});
