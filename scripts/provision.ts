import { readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { type Login, loginPassword, SITE_SLUG, SURFACE_LOGINS, siteLogin } from "../lib/db/logins";
import type { SiteRecord } from "../lib/sites/types";
import { insertVocabulary } from "./provision-vocabulary";

/** The group of all site logins, and the roles that own the definer functions. None of them can log in. */
const GROUPS = ["counselling", "intake_functions", "mailbox_functions", "statistics_functions"] as const;

const SITES_FILE = path.join(import.meta.dirname, "../lib/sites/data/sites.json");

/**
 * Creates the roles that migrations refer to. Idempotent; runs before migrations.
 *
 * @param ownerUrl a login that may create roles
 */
export async function provisionRoles(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    for (const group of GROUPS) {
      await ensureRole(client, group, "NOLOGIN");
      // Needed until migrations have handed the functions over to their roles; `provision` takes it back.
      await client.query(`GRANT ${pg.escapeIdentifier(group)} TO CURRENT_USER`);
    }
    for (const login of SURFACE_LOGINS) await ensureLogin(client, login);
    await closeDatabase(client);
  });
}

/**
 * Loads the sites' public data and gives each site its login. Idempotent; runs after migrations, and again
 * whenever a site was added.
 */
export async function provision(ownerUrl: string): Promise<void> {
  const sites: SiteRecord[] = JSON.parse(await readFile(SITES_FILE, "utf8"));
  await withClient(ownerUrl, async (client) => {
    for (const site of sites) await insertSite(client, site);
    await insertVocabulary(client);
    await provisionSiteLogins(client);
    // Migrations are done: the owner gives back the functions' rights, so it reads no case either.
    for (const group of GROUPS) await client.query(`REVOKE ${pg.escapeIdentifier(group)} FROM CURRENT_USER`);
  });
}

/** One login for each site in the table. */
export async function provisionSiteLogins(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ id: string }>("SELECT id FROM site ORDER BY id");
  for (const { id } of rows) {
    const login = siteLogin(id);
    await ensureLogin(client, login);
    await client.query(`GRANT counselling TO ${pg.escapeIdentifier(login)}`);
    await client.query("INSERT INTO site_counter (site_id) VALUES ($1) ON CONFLICT DO NOTHING", [id]);
  }
}

/** Adds a site that is not there yet; what a site has changed about itself since is left alone. */
export async function insertSite(client: pg.Client, site: SiteRecord): Promise<void> {
  if (!SITE_SLUG.test(site.slug)) throw new Error(`"${site.slug}" cannot be the name of a database login.`);
  await client.query(
    `INSERT INTO site (id, name, carriers, state_code, state, area, channels, languages, publish_address, offices,
       website, sources) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (id) DO NOTHING`,
    [
      site.slug,
      site.name,
      site.carriers,
      site.stateCode,
      site.state,
      site.area,
      site.channels ?? [],
      site.languages ?? [],
      site.publishAddress,
      JSON.stringify(site.offices),
      site.website,
      JSON.stringify(site.sources),
    ],
  );
}

async function ensureLogin(client: pg.Client, login: Login): Promise<void> {
  const name = pg.escapeIdentifier(login);
  await ensureRole(client, login, "LOGIN");
  await client.query(`ALTER ROLE ${name} PASSWORD ${pg.escapeLiteral(loginPassword(login))}`);
  await client.query(`GRANT CONNECT ON DATABASE ${await currentDatabase(client)} TO ${name}`);
}

async function ensureRole(client: pg.Client, role: string, kind: "LOGIN" | "NOLOGIN"): Promise<void> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
  if (rowCount) return;
  await client.query(
    `CREATE ROLE ${pg.escapeIdentifier(role)} ${kind} NOCREATEDB NOCREATEROLE CONNECTION LIMIT -1`,
  );
}

/** By default everybody may connect and create temporary tables; here nobody who was not named. */
async function closeDatabase(client: pg.Client): Promise<void> {
  await client.query(`REVOKE ALL ON DATABASE ${await currentDatabase(client)} FROM PUBLIC`);
}

async function currentDatabase(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>("SELECT current_database() AS name");
  return pg.escapeIdentifier(rows[0]?.name ?? "");
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
