import { beforeAll, describe, expect, it } from "vitest";
import { SURFACE_LOGINS } from "../../../lib/db/logins";
import { CHECKS, type Check, type CheckName } from "../../support/catalogue/checks";
import { readCatalogue } from "../../support/catalogue/read";
import type { Catalogue } from "../../support/catalogue/rows";
import { asSuperuser, tentatively } from "../../support/connections";
import { holdRoles } from "../../support/roles";

holdRoles("together");

/** For each rule, what would break it. Each is done in a transaction that is rolled back. */
const VIOLATIONS: Record<CheckName, Record<string, string>> = {
  rowSecurityIsForced: {
    "a table without row security": "CREATE TABLE planted (site_id text NOT NULL)",
    "row security switched off": "ALTER TABLE note DISABLE ROW LEVEL SECURITY",
    "row security that the owner escapes": "ALTER TABLE case_file NO FORCE ROW LEVEL SECURITY",
    "a materialized view with sites in it": "CREATE MATERIALIZED VIEW planted AS SELECT site_id FROM note",
  },
  siteIsNeverNull: { "a nullable site": "ALTER TABLE planted_later ADD COLUMN site_id text" },
  onlyForcedOrListedTablesAreReachable: {
    "a table off the list": "CREATE TABLE planted (); GRANT SELECT ON planted TO intake",
    "one column of it": "CREATE TABLE planted (x int); GRANT SELECT (x) ON planted TO counselling",
    "a table of another schema":
      "CREATE SCHEMA extra; CREATE TABLE extra.site (); GRANT SELECT ON extra.site TO jobs",
    "the books of the migrations": "GRANT SELECT ON _prisma_migrations TO site_koeln",
  },
  uniqueKeysCarryTheSite: {
    "a unique constraint": "ALTER TABLE case_file ADD UNIQUE (number)",
    "a unique index": "CREATE UNIQUE INDEX planted ON note (id)",
    "a unique expression": "CREATE UNIQUE INDEX planted ON message (lower(author), seq)",
    "an exclusion constraint": "ALTER TABLE journal_entry ADD CONSTRAINT planted EXCLUDE (seq WITH =)",
  },
  foreignKeysStayWithinTheSite: {
    "a reference without the site":
      "ALTER TABLE note ADD COLUMN other text; ALTER TABLE note ADD FOREIGN KEY (other) REFERENCES site_counter (site_id)",
    "the site in another place":
      "ALTER TABLE note ADD COLUMN other text; ALTER TABLE note ADD FOREIGN KEY (other, case_id) REFERENCES case_file (site_id, id)",
  },
  runtimeRolesAreOrdinary: {
    "a superuser": "ALTER ROLE network SUPERUSER",
    "a login that row security does not bind": "ALTER ROLE site_koeln BYPASSRLS",
    "a login that makes roles": "ALTER ROLE jobs CREATEROLE",
    "a login that makes databases": "ALTER ROLE jobs CREATEDB",
    "a login that replicates": "ALTER ROLE mailbox_functions REPLICATION",
  },
  runtimeRolesOwnNothing: {
    "a table": "ALTER TABLE note OWNER TO site_koeln",
    "a function that is not its own": "ALTER FUNCTION hand_in OWNER TO mailbox_functions",
    "a schema": "CREATE SCHEMA planted AUTHORIZATION intake",
  },
  nobodyShapesTheSchema: {
    TRUNCATE: "GRANT TRUNCATE ON case_file TO counselling",
    "TRUNCATE by a site of what waits to be counted": "GRANT TRUNCATE ON statistic_fact TO counselling",
    "TRUNCATE of another table by the function that may do it to one":
      "GRANT TRUNCATE ON statistic_cell TO statistics_functions",
    REFERENCES: "GRANT REFERENCES ON site TO intake",
    "REFERENCES to one column": "GRANT REFERENCES (id) ON site TO intake",
    TRIGGER: "GRANT TRIGGER ON message TO mailbox_functions",
    "CREATE in the schema": "GRANT CREATE ON SCHEMA public TO site_koeln",
    "temporary tables":
      "DO $$ BEGIN EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO jobs', current_database()); END $$",
  },
  viewsRunWithTheRightsOfWhoAsks: {
    "a plain view": "CREATE VIEW planted AS SELECT * FROM case_file",
    "a view that says no": "CREATE VIEW planted WITH (security_invoker = false) AS SELECT * FROM case_file",
  },
  definerFunctionsAreListed: {
    "another one":
      "CREATE FUNCTION planted() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp RETURN 1",
    "a listed one with the owner's rights": "ALTER FUNCTION hand_in OWNER TO owner",
  },
  definerFunctionsFixTheirSearchPath: {
    "no search_path": "ALTER FUNCTION mailbox_open RESET search_path",
    "one that callers can plant objects in": "ALTER FUNCTION mailbox_open SET search_path = public",
  },
  publicHoldsNothing: {
    "a table": "GRANT SELECT ON site TO PUBLIC",
    "a column": "GRANT SELECT (id) ON account TO PUBLIC",
    "a function": "GRANT EXECUTE ON FUNCTION hand_in TO PUBLIC",
    "a new function": "CREATE FUNCTION planted() RETURNS int LANGUAGE sql RETURN 1",
    "the schema": "GRANT USAGE ON SCHEMA public TO PUBLIC",
    "the database":
      "DO $$ BEGIN EXECUTE format('GRANT CONNECT ON DATABASE %I TO PUBLIC', current_database()); END $$",
    "what is made later": "ALTER DEFAULT PRIVILEGES FOR ROLE owner GRANT SELECT ON TABLES TO PUBLIC",
    "functions made later": "ALTER DEFAULT PRIVILEGES FOR ROLE owner GRANT EXECUTE ON FUNCTIONS TO PUBLIC",
    "a type": "CREATE TYPE planted AS ENUM ('a')",
    "a policy": "CREATE POLICY planted ON note USING (true)",
  },
  noSequenceIsUsable: {
    "a sequence": "CREATE SEQUENCE planted; GRANT USAGE ON SEQUENCE planted TO counselling",
    "an identity column's":
      "ALTER TABLE note ADD COLUMN n int GENERATED ALWAYS AS IDENTITY; GRANT SELECT ON SEQUENCE note_n_seq TO auth",
  },
  memberships: {
    "of another site": "GRANT site_bochum TO site_koeln",
    "of a functions' role": "GRANT mailbox_functions TO mailbox",
    "of a predefined role": "GRANT pg_read_all_data TO network",
    "of a surface in the sites' group": "GRANT counselling TO intake",
    "of the group itself": "GRANT intake_functions TO counselling",
  },
  everySiteBelongsToTheGroup: {
    "a site without rights": "REVOKE counselling FROM site_koeln GRANTED BY owner",
  },
  groupsCannotLogIn: {
    "the sites' group": "ALTER ROLE counselling LOGIN",
    "a functions' role": "ALTER ROLE intake_functions LOGIN",
  },
};

const checks = Object.entries(CHECKS) as [CheckName, Check][];

describe("the catalogue", () => {
  let catalogue: Catalogue;
  beforeAll(async () => {
    catalogue = await asSuperuser(readCatalogue);
  });

  it.each(checks)("keeps the rule %s", (_name, check) => {
    expect(check(catalogue)).toEqual([]);
  });

  it("is read in full", () => {
    const logins = catalogue.roles.filter(({ login }) => login).map(({ name }) => name);
    expect(logins).toEqual(expect.arrayContaining([...SURFACE_LOGINS, "site_koeln", "site_luebeck"]));
    expect(catalogue.tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["case_file", "note", "account"]),
    );
    expect(catalogue.foreignKeys.length).toBeGreaterThan(10);
    expect(catalogue.grants.length).toBeGreaterThan(50);
  });
});

describe("every rule", () => {
  const planted = checks.flatMap(([name, check]) =>
    Object.entries(VIOLATIONS[name]).map(([what, sql]) => ({ name, check, what, sql })),
  );

  it.each(planted)("$name notices $what", async ({ check, sql }) => {
    const violations = await tentatively(async (client) => {
      await client.query("CREATE TABLE planted_later ()");
      await client.query(sql);
      return check(await readCatalogue(client));
    });
    expect(violations).not.toEqual([]);
  });
});
