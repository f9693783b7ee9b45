import { randomUUID } from "node:crypto";
import type pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { addNote } from "../../../lib/cases/commands";
import { writeSession } from "../../../lib/record/commands";
import { givenCase } from "../../support/cases";
import { NOW } from "../../support/clock";
import { asLogin } from "../../support/connections";
import { aSession } from "../../support/record";
import { deskAt } from "../../support/sites";

const TENANT_TABLES = [
  "case_file",
  "message",
  "note",
  "case_entry",
  "journal_entry",
  "journal_head",
  "site_key",
  "site_key_grant",
  "membership",
  "site_counter",
];

/** Ways to become somebody else that a connection can try. Most are refused; none may show a foreign row. */
const ATTEMPTS = [
  "SET ROLE site_bochum",
  "SET ROLE counselling",
  "SET ROLE owner",
  "SET ROLE postgres",
  "SET ROLE mailbox_functions",
  "SET ROLE intake_functions",
  "SET SESSION AUTHORIZATION site_bochum",
  "SET SESSION AUTHORIZATION postgres",
  "SELECT set_config('role', 'site_bochum', false)",
  "SELECT set_config('session_authorization', 'site_bochum', false)",
  "SELECT set_config('app.site', 'bochum', false)",
  "SELECT set_config('row_security', 'off', false)",
  "SET session_replication_role = replica",
  "SET search_path = pg_temp, public",
  "GRANT site_bochum TO site_koeln",
  "GRANT SELECT ON case_file TO PUBLIC",
  "ALTER ROLE site_koeln BYPASSRLS",
  "ALTER ROLE site_koeln RENAME TO site_bochum",
  "ALTER TABLE case_file DISABLE ROW LEVEL SECURITY",
  "DROP POLICY desk ON case_file",
  "CREATE POLICY mine ON case_file USING (true)",
  "CREATE TABLE public.mine (x int)",
  "CREATE TEMPORARY TABLE mine (x int)",
  "CREATE SCHEMA mine",
  "CREATE FUNCTION public.current_site() RETURNS text LANGUAGE sql RETURN 'bochum'",
  "CREATE FUNCTION pg_temp.current_site() RETURNS text LANGUAGE sql RETURN 'bochum'",
  "CREATE OR REPLACE FUNCTION current_site() RETURNS text LANGUAGE sql RETURN 'bochum'",
  "ALTER FUNCTION current_site() SET ROLE site_bochum",
  "COPY case_file TO PROGRAM 'cat'",
  "SELECT pg_read_file('postgresql.conf')",
  "SELECT * FROM mailbox_open('\\x00')",
  "SELECT lo_import('/etc/passwd')",
];

// Each site has a row in every table, so that whatever shows through is seen.
beforeAll(async () => {
  for (const site of ["koeln", "bochum"]) {
    const { id: caseId } = await givenCase({ site });
    await addNote(await deskAt(site), { caseId, noteId: randomUUID(), text: "intern" }, NOW);
    const session = { caseId, entry: randomUUID(), seen: 0, values: aSession("intern") };
    await writeSession(await deskAt(site), session, NOW);
  }
});

describe("a site's login", () => {
  it("sees its own rows, in every table", async () => {
    for (const table of TENANT_TABLES) {
      const { rowCount } = await asLogin("site_koeln", (client) => client.query(`SELECT FROM ${table}`));
      expect(rowCount, table).toBeGreaterThan(0);
    }
    expect(await asLogin("site_koeln", sitesInSight)).toEqual(["koeln"]);
    expect(await asLogin("site_bochum", sitesInSight)).toEqual(["bochum"]);
  });

  it.each(ATTEMPTS)("sees no other site's rows after: %s", async (sql) => {
    const seen = await asLogin("site_koeln", async (client) => {
      await client.query(sql).catch(() => undefined);
      return sitesInSight(client);
    });
    expect(seen.filter((site) => site !== "koeln")).toEqual([]);
  });

  it("gains nothing from a transaction that stays open", async () => {
    const seen = await asLogin("site_koeln", async (client) => {
      await client.query("BEGIN; SET LOCAL ROLE counselling");
      return sitesInSight(client);
    });
    expect(seen).toEqual([]);
  });

  it("cannot move a row of its own to another site", async () => {
    const moving = asLogin("site_koeln", (client) => client.query("UPDATE case_file SET site_id = 'bochum'"));
    await expect(moving).rejects.toThrow("permission denied");
  });

  it("changes nothing of another site, and is not told that it is there", async () => {
    const { foreign, invented } = await asLogin("site_koeln", async (client) => ({
      foreign: await client.query("UPDATE case_file SET status = 'spam' WHERE site_id = 'bochum'"),
      invented: await client.query("UPDATE case_file SET status = 'spam' WHERE site_id = 'nowhere'"),
    }));
    expect(foreign.rowCount).toBe(0);
    expect(invented.rowCount).toBe(0);
  });

  it("cannot write a letter in a person's name", async () => {
    const writing = asLogin("site_koeln", (client) =>
      client.query(
        `INSERT INTO message (site_id, case_id, seq, id, author, created_on, sealed_body)
           SELECT site_id, id, 9, gen_random_uuid(), 'person', current_date, '' FROM case_file LIMIT 1`,
      ),
    );
    await expect(writing).rejects.toThrow("row-level security");
  });

  it.each(["message", "note", "journal_entry"])(
    "can neither change nor remove what stands in %s",
    async (table) => {
      await expect(asLogin("site_koeln", (client) => client.query(`DELETE FROM ${table}`))).rejects.toThrow(
        "permission",
      );
      const changing = asLogin("site_koeln", (client) =>
        client.query(`UPDATE ${table} SET site_id = site_id`),
      );
      await expect(changing).rejects.toThrow("permission");
    },
  );
});

describe("the surfaces' logins", () => {
  it.each(["intake", "mailbox", "network", "jobs"] as const)(
    "%s reads no case, letter, note or account",
    async (login) => {
      for (const table of ["case_file", "message", "note", "case_entry", "account"]) {
        const reading = asLogin(login, (client) => client.query(`SELECT FROM ${table}`));
        await expect(reading, table).rejects.toThrow("permission denied");
      }
    },
  );

  it("have passwords of their own", async () => {
    const { loginUrl } = await import("../../../lib/db/logins");
    const passwords = (["intake", "mailbox", "site_koeln", "site_bochum"] as const).map(
      (login) => new URL(loginUrl(login)).password,
    );
    expect(new Set(passwords).size).toBe(4);
  });
});

/** The sites of all rows that this connection can read. Where it reads nothing at all, none. */
async function sitesInSight(client: pg.Client): Promise<string[]> {
  const sites = new Set<string>();
  for (const table of TENANT_TABLES) {
    const result = await client
      .query<{ site_id: string }>(`SELECT site_id FROM public.${table}`)
      .catch(() => null);
    for (const { site_id } of result?.rows ?? []) sites.add(site_id);
  }
  return [...sites];
}
