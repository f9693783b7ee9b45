import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { newKeyPair } from "../../../lib/crypto/hpke";
import { env } from "../../../lib/env";
import { examine } from "../../../scripts/admin/doctor";
import type { Finding } from "../../../scripts/admin/doctor/finding";
import { NOW } from "../../support/clock";
import { asSuperuser } from "../../support/connections";
import { anInstallation } from "../../support/operator";
import { holdRoles } from "../../support/roles";
import { givenCounsellor } from "../../support/sites";

holdRoles("alone");

const undo: (() => unknown)[] = [];
const sql = (text: string, values: unknown[] = []) => asSuperuser((client) => client.query(text, values));

afterEach(async () => {
  for (const back of undo.splice(0).reverse()) await back();
});

/** Changes something behind weact's back, until the end of the test. */
async function given(change: string, back: string, values: unknown[] = []): Promise<void> {
  undo.push(() => sql(back, values));
  await sql(change);
}

const problems = async (installation = anInstallation()): Promise<Finding[]> =>
  (await examine(installation, NOW)).filter(({ state }) => state === "problem");

const problem = (subject: string, words: string) => ({
  subject,
  state: "problem",
  says: expect.stringContaining(words),
  todo: expect.stringMatching(/\w/),
});

beforeAll(async () => {
  for (const name of ["one", "two"]) await givenCounsellor({ site: "koeln", name });
});

it("finds no problem in what was just provisioned, and says each thing it looked at", async () => {
  const findings = await examine(anInstallation(), NOW);
  expect(findings.filter(({ state }) => state === "problem")).toEqual([]);
  expect([...new Set(findings.map(({ subject }) => subject))]).toEqual(
    expect.arrayContaining([
      "mode",
      "address",
      "second factor",
      "files",
      "mail",
      "database",
      "migrations",
      "logins",
      "row security",
      "keys",
      "history",
      "clock",
    ]),
  );
});

it("warns of sites without keys and of keys that depend on too little", async () => {
  const says = (await examine(anInstallation(), NOW)).filter(({ state }) => state === "warn");
  expect(says).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        subject: "keys",
        says: expect.stringMatching(/^Nobody has confirmed .+: koeln\.$/),
      }),
      expect.objectContaining({ subject: "keys", says: expect.stringMatching(/^No keys yet.+: bayern, /) }),
    ]),
  );
});

describe("row security", () => {
  it.each([
    [
      "switched off",
      "ALTER TABLE note DISABLE ROW LEVEL SECURITY",
      "ALTER TABLE note ENABLE ROW LEVEL SECURITY",
    ],
    [
      "not forced",
      "ALTER TABLE case_file NO FORCE ROW LEVEL SECURITY",
      "ALTER TABLE case_file FORCE ROW LEVEL SECURITY",
    ],
    ["not there", "CREATE TABLE planted (site_id text)", "DROP TABLE planted"],
    ["past which PUBLIC reads", "GRANT SELECT ON site TO PUBLIC", "REVOKE ALL ON site FROM PUBLIC"],
    [
      "past which PUBLIC reads a column",
      "GRANT SELECT (id) ON account TO PUBLIC",
      "REVOKE ALL (id) ON account FROM PUBLIC",
    ],
    [
      "past which PUBLIC calls",
      "GRANT EXECUTE ON FUNCTION hand_in TO PUBLIC",
      "REVOKE ALL ON FUNCTION hand_in FROM PUBLIC",
    ],
    [
      "past which PUBLIC uses",
      "GRANT USAGE ON SCHEMA public TO PUBLIC",
      "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    ],
    ["that lets everybody in", "CREATE POLICY planted ON note USING (true)", "DROP POLICY planted ON note"],
    [
      "past which a function runs as owner",
      "ALTER FUNCTION hand_in OWNER TO owner",
      "ALTER FUNCTION hand_in OWNER TO intake_functions",
    ],
  ])("%s is a problem", async (_what, change, back) => {
    await given(change, back);
    expect(await problems()).toEqual(expect.arrayContaining([problem("row security", "")]));
  });
});

describe("logins", () => {
  it("that are above row security are a problem", async () => {
    await given("ALTER ROLE site_koeln BYPASSRLS", "ALTER ROLE site_koeln NOBYPASSRLS");
    expect(await problems()).toEqual([problem("logins", "site_koeln must not be BYPASSRLS")]);
  });

  it("that are missing are named", async () => {
    await given(
      "INSERT INTO site (id, name, carriers, state_code, state, channels, languages, publish_address, offices, sources) VALUES ('ulm', 'Ulm', '{}', 'BW', 'B', '{}', '{}', false, '[]', '[]')",
      "DELETE FROM site WHERE id = 'ulm'",
    );
    expect(await problems()).toEqual([problem("logins", "Missing: site_ulm.")]);
  });

  it("with another password than the secret's are a problem", async () => {
    const { rows } = await sql("SELECT rolpassword AS hash FROM pg_authid WHERE rolname = 'intake'");
    await given("ALTER ROLE intake PASSWORD 'another'", `ALTER ROLE intake PASSWORD '${rows[0].hash}'`);
    expect(await problems()).toEqual([problem("logins", "WEACT_SECRET")]);
  });
});

describe("migrations", () => {
  const BOOKS = "_prisma_migrations";
  const NEWEST = `migration_name = (SELECT max(migration_name) FROM ${BOOKS})`;

  it("that are not applied are named", async () => {
    await given(
      `UPDATE ${BOOKS} SET rolled_back_at = now() WHERE ${NEWEST}`,
      `UPDATE ${BOOKS} SET rolled_back_at = NULL`,
    );
    expect(await problems()).toEqual([problem("migrations", "not applied yet")]);
  });

  it("that were changed afterwards are named", async () => {
    const { rows } = await sql(`SELECT checksum FROM ${BOOKS} WHERE ${NEWEST}`);
    const back = `UPDATE ${BOOKS} SET checksum = '${rows[0].checksum}' WHERE ${NEWEST}`;
    await given(`UPDATE ${BOOKS} SET checksum = 'x' WHERE ${NEWEST}`, back);
    expect(await problems()).toEqual([problem("migrations", "changed after this database got them")]);
  });

  it("of a newer version are named", async () => {
    await given(
      `INSERT INTO ${BOOKS} (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '9999_later', now())`,
      `DELETE FROM ${BOOKS} WHERE id = 'x'`,
    );
    expect(await problems()).toEqual([problem("migrations", "9999_later")]);
  });
});

describe("keys", () => {
  it("that were swapped in the database are a problem", async () => {
    const { rows } = await sql("SELECT public_key FROM site_key WHERE site_id = 'koeln'");
    undo.push(() => sql("UPDATE site_key SET public_key = $1 WHERE site_id = 'koeln'", [rows[0].public_key]));
    const { publicKey } = await newKeyPair();
    await sql("UPDATE site_key SET public_key = $1 WHERE site_id = 'koeln'", [publicKey]);
    expect(await problems()).toEqual([problem("keys", "Another key stands in the database")]);
  });

  it("whose pins are gone are a problem", async () => {
    renameSync(env().KEY_PINS_FILE, `${env().KEY_PINS_FILE}.away`);
    undo.push(() => renameSync(`${env().KEY_PINS_FILE}.away`, env().KEY_PINS_FILE));
    expect(await problems()).toEqual([problem("keys", "is missing or empty")]);
  });

  it("that only disabled people hold are a problem", async () => {
    await given("UPDATE account SET disabled_on = '2025-03-01'", "UPDATE account SET disabled_on = NULL");
    expect(await problems()).toEqual([problem("keys", "no print was confirmed: koeln.")]);
  });
});

describe("files", () => {
  it("with secrets that others can read are a problem", async () => {
    const installation = anInstallation();
    const file = path.join(installation.settings.dataDir, "secrets.json");
    writeFileSync(file, "{}", { mode: 0o644 });
    undo.push(() => rmSync(installation.settings.dataDir, { recursive: true }));
    expect(await problems(installation)).toEqual([problem("files", file)]);
  });

  it("of pins that others can write are a problem", async () => {
    chmodSync(env().KEY_PINS_FILE, 0o666);
    undo.push(() => chmodSync(env().KEY_PINS_FILE, 0o600));
    expect(await problems()).toEqual([problem("files", env().KEY_PINS_FILE)]);
  });
});

it("says in a sentence that nothing answers, and goes on without the database", async () => {
  const installation = anInstallation();
  const ownerUrl = "postgresql://owner:x@127.0.0.1:1/app";
  const settings = { ...installation.settings, external: { ownerUrl, secret: "" } };
  expect(await problems({ ownerUrl, settings })).toEqual([problem("database", "No PostgreSQL answers")]);
});

it("changes nothing in the database, nor in the file of pins", async () => {
  const state = async () => {
    const { rows } = await sql(
      `SELECT relname, n_tup_ins + n_tup_upd + n_tup_del AS changes FROM pg_stat_user_tables ORDER BY 1`,
    );
    return { rows, pins: readFileSync(env().KEY_PINS_FILE, "utf8") };
  };
  await examine(anInstallation(), NOW);
  const before = await state();
  await examine(anInstallation(), NOW);
  expect(await state()).toEqual(before);
});
