import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NetworkDesk } from "../../../lib/auth/desk";
import { env } from "../../../lib/env";
import { readReleased } from "../../../lib/statistics/queries";
import { lastDue, nextQuarter, quarterAt } from "../../../lib/statistics/rules";
import type { NightlyReport } from "../../../scripts/serve/release-due";
import { asSuperuser } from "../../support/connections";
import { aFact, givenFacts, waitingCases, waitingIn } from "../../support/facts";
import { runProgram } from "../../support/program";
import { coordinatorDesk } from "../../support/settings-desks";

// The programs work by the real clock.
const LAST = lastDue(new Date());
const CURRENT = quarterAt(new Date());
const LONG = 60_000;

const DATA_DIR = mkdtempSync(path.join(tmpdir(), "weact-release-"));
let network: NetworkDesk;

beforeAll(async () => {
  network = await coordinatorDesk();
});
afterAll(() => rmSync(DATA_DIR, { recursive: true, force: true }));

const startNightly = (): ChildProcess =>
  fork("scripts/serve/release-due.ts", [], {
    execArgv: ["--conditions=react-server", "--import", "tsx"],
    stdio: "ignore",
  });

function nightly(): Promise<{ report: NightlyReport | undefined; code: number | null }> {
  const child = startNightly();
  let report: NightlyReport | undefined;
  child.on("message", (message) => {
    report = message as NightlyReport;
  });
  return new Promise((resolve) => child.once("exit", (code) => resolve({ report, code })));
}

const admin = (...args: string[]) => runProgram("admin", args, { DATA_DIR });

const releasedQuarters = async () => (await readReleased(network)).quarters.map(({ quarter }) => quarter);

describe("what the server runs every night", () => {
  it(
    "killed while it works leaves nothing, and the next night does it",
    async () => {
      await givenFacts([...Array(20).fill(aFact({ quarter: LAST })), aFact({ quarter: CURRENT })]);
      const child = startNightly();
      const gone = new Promise((resolve) => child.once("exit", resolve));
      await untilConnected();
      child.kill("SIGKILL");
      await gone;
      expect(await releasedQuarters()).toEqual([]);
      expect(await waitingCases()).toBe(21);

      expect(await nightly()).toEqual({
        report: { results: [{ quarter: LAST, result: "released" }] },
        code: 0,
      });
      expect(await releasedQuarters()).toEqual([LAST]);
      expect((await waitingIn("kind")).map(({ quarter }) => quarter)).toEqual([CURRENT]);
    },
    LONG,
  );

  it(
    "finds nothing to do the night after",
    async () => {
      expect(await nightly()).toEqual({ report: { results: [] }, code: 0 });
      expect(await releasedQuarters()).toEqual([LAST]);
    },
    LONG,
  );
});

describe("npm run admin", () => {
  it(
    "shows what was released, and neither repeats nor hurries a release",
    async () => {
      const { output, code } = await admin("releases");
      expect(output).toMatch(new RegExp(`^quarter +on +state\n${LAST} +\\d{4}-\\d\\d-\\d\\d +ok$`, "m"));
      expect(code).toBe(0);

      const again = await admin("release", LAST);
      expect(again.errors).toMatch(/^\d{4}-Q\d or a later quarter is released already/);
      const early = await admin("release", nextQuarter(CURRENT));
      expect(early.errors).toMatch(/can be released from \d{4}-\d\d-14 on, two weeks after its end, by/);
      expect([again.code, early.code]).toEqual([1, 1]);
      expect(await releasedQuarters()).toEqual([LAST]);
    },
    LONG,
  );

  it(
    "releases by hand, but not what an older database has forgotten",
    async () => {
      await asSuperuser((client) =>
        client.query(`SET session_replication_role = replica;
          DELETE FROM statistic_cell; DELETE FROM statistic_release`),
      );
      const forgotten = await admin("release", LAST);
      expect(forgotten.errors).toMatch(/was released, but this database does not know of it/);
      const listed = await admin("releases");
      expect(listed.output).toMatch(new RegExp(`^${LAST} +published, but not in this database$`, "m"));
      rmSync(env().RELEASES_FILE);
      const { output, errors, code } = await admin("release", LAST);
      expect(output).toBe(`${LAST} is released. Its numbers stay as they are from now on.\n`);
      expect([errors, code]).toEqual(["", 0]);
      expect(await releasedQuarters()).toEqual([LAST]);
    },
    LONG,
  );
});

/** Until the program has begun to talk to the database. */
async function untilConnected(): Promise<void> {
  for (;;) {
    const { rows } = await asSuperuser((client) =>
      client.query("SELECT FROM pg_stat_activity WHERE usename = 'jobs' AND datname = current_database()"),
    );
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
