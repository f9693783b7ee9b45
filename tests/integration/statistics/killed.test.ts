import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { NetworkDesk } from "../../../lib/auth/desk";
import { storeRelease } from "../../../lib/statistics/internal/store";
import { readReleased } from "../../../lib/statistics/queries";
import { releaseQuarter } from "../../../lib/statistics/release";
import { asLogin, asSuperuser } from "../../support/connections";
import { aFact, givenFacts, waitingParts } from "../../support/facts";
import { AFTER_Q1, AGE, digestOf, forgetReleases, Q1 } from "../../support/releases";
import { coordinatorDesk } from "../../support/settings-desks";

let network: NetworkDesk;

beforeAll(async () => {
  network = await coordinatorDesk();
});

beforeEach(forgetReleases);

describe("a job that is killed", () => {
  it.each([
    ["while it waits for the facts", "statistic_fact", "ROW EXCLUSIVE"],
    ["when the facts are gone and nothing is released yet", "statistic_release", "SHARE"],
    ["when the release is there without its numbers", "statistic_cell", "SHARE"],
    ["when all is done but not said", null, null],
  ])("%s leaves nothing", async (_when, table, mode) => {
    await givenFacts(Array(7).fill(aFact({})));
    const before = (await waitingParts()).map(({ id }) => id).toSorted();
    const kill = asSuperuser(async (other) => {
      await other.query("BEGIN");
      if (table) await other.query(`LOCK TABLE ${table} IN ${mode} MODE`);
      await releasedAndKilled(table !== null);
    });
    await expect(kill).rejects.toThrow(/terminat|connection error/);
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

/** Releases all that waits and has the database end the connection: as soon as it waits for a lock, or else at the end. */
const releasedAndKilled = (waits: boolean): Promise<void> =>
  asLogin("jobs", async (client) => {
    client.on("error", () => undefined);
    const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    const pid = rows[0]?.pid ?? 0;
    const facts = await waitingParts();
    await client.query("BEGIN");
    const releasing = client.query(
      "SELECT release_quarter('2025-Q1', '2025-04-14', false, '{ground}', '{koeln}', '{age}', '{5}', $1, $2)",
      [facts.map(({ id }) => id), facts.map(digestOf)],
    );
    releasing.catch(() => undefined); // the end of the connection may come before anybody waits for it
    if (waits) await untilItWaits(pid);
    else await releasing;
    await asSuperuser((superuser) => superuser.query("SELECT pg_terminate_backend($1)", [pid]));
    await releasing;
    await client.query("COMMIT");
  });

async function untilItWaits(pid: number): Promise<void> {
  for (;;) {
    const { rows } = await asSuperuser((client) =>
      client.query("SELECT FROM pg_stat_activity WHERE pid = $1 AND wait_event_type = 'Lock'", [pid]),
    );
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
