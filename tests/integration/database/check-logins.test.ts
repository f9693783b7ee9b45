import { afterEach, expect, it } from "vitest";
import { checkLogins } from "../../../scripts/database/check-logins";
import { asSuperuser } from "../../support/connections";
import { holdRoles } from "../../support/roles";

holdRoles("alone");

const undo: string[] = [];
afterEach(async () => {
  for (const sql of undo.splice(0)) await asSuperuser((client) => client.query(sql));
});

async function given(change: string, back: string): Promise<void> {
  undo.push(back);
  await asSuperuser((client) => client.query(change));
}

it("finds nothing wrong with the logins as provisioned", async () => {
  expect(await checkLogins()).toEqual([]);
});

it.each(["SUPERUSER", "BYPASSRLS", "CREATEROLE", "CREATEDB", "REPLICATION"])(
  "says when a login is %s",
  async (attribute) => {
    await given(`ALTER ROLE site_neumuenster ${attribute}`, `ALTER ROLE site_neumuenster NO${attribute}`);
    expect(await checkLogins()).toEqual([`The database login site_neumuenster must not be ${attribute}.`]);
  },
);

it("says when a login owns something", async () => {
  await given("CREATE TABLE mine (); ALTER TABLE mine OWNER TO site_neumuenster", "DROP TABLE mine");
  expect(await checkLogins()).toEqual([
    "The database login site_neumuenster must own nothing, but owns 1 objects.",
  ]);
});

it("says when a login can become another, also in two steps", async () => {
  await given("GRANT site_saarland TO site_neumuenster", "REVOKE site_saarland FROM site_neumuenster");
  expect(await checkLogins()).toEqual([
    "The database login site_neumuenster must not be a member of site_saarland.",
  ]);
  await given("GRANT pg_read_all_stats TO site_saarland", "REVOKE pg_read_all_stats FROM site_saarland");
  expect(await checkLogins()).toEqual([
    "The database login site_neumuenster must not be a member of pg_read_all_stats, site_saarland.",
    "The database login site_saarland must not be a member of pg_read_all_stats.",
  ]);
});
