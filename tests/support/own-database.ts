import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { TEST_SUPERUSER } from "./secret";

// Each test file gets a database of its own, cloned from the template, before lib is loaded. The
// logins belong to the server and are the same in all of them.
const template = new URL(inject("templateUrl"));
const name = `test_${randomBytes(6).toString("hex")}`;
const own = new URL(template);
own.pathname = `/${name}`;

await onMaintenance(async (client) => {
  // Cloning takes a lock on the template; another file that clones at the same time waits here.
  await client.query("SELECT pg_advisory_lock(1)");
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)} OWNER owner`);
  await copyRights(client);
});

process.env.DATABASE_URL = `postgresql://${own.host}${own.pathname}`;
process.env.OWNER_URL = own.href;

afterAll(() => onMaintenance((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)));

/** PostgreSQL clones what is in a database, but not who may connect to it. */
async function copyRights(client: pg.Client): Promise<void> {
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  const { rows } = await client.query<{ privilege: string; grantee: string }>(
    `SELECT privilege_type AS privilege, CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(grantee::regrole::text) END AS grantee
       FROM pg_database, aclexplode(datacl) WHERE datname = $1 AND grantee <> datdba`,
    [template.pathname.slice(1)],
  );
  for (const { privilege, grantee } of rows) {
    await client.query(`GRANT ${privilege} ON DATABASE ${name} TO ${grantee}`);
  }
}

/** Works from a database that nobody clones: a template must have no other connections. */
async function onMaintenance(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const url = new URL(template);
  // As superuser: a forced drop may have to end an autovacuum worker, which the owner may not.
  Object.assign(url, { pathname: "/maintenance", username: "postgres", password: TEST_SUPERUSER });
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
