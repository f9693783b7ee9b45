import pg from "pg";
import { type Login, loginUrl, SURFACE_LOGINS, siteLogin } from "../../lib/db/logins";

const GROUP_OF_SITES = "counselling";

type Findings = { attributes: string[]; owned: number; roles: string[] };

/**
 * Connects as every login that serves requests, and says in a sentence what each of them should not be or have.
 * Row security binds no superuser, no owner and nobody who can become another site; the app must not start then.
 *
 * @returns no sentence when all is well
 */
export async function checkLogins(): Promise<string[]> {
  const sites = await connectedAs("intake", listSiteIds);
  const problems: string[] = [];
  for (const login of [...SURFACE_LOGINS, ...sites.map(siteLogin)]) {
    problems.push(...describe(login, await connectedAs(login, inspect)));
  }
  return problems;
}

function describe(login: Login, { attributes, owned, roles }: Findings): string[] {
  const allowed = login.startsWith("site_") ? [GROUP_OF_SITES] : [];
  const others = roles.filter((role) => !allowed.includes(role));
  return [
    ...attributes.map((attribute) => `The database login ${login} must not be ${attribute}.`),
    ...(owned ? [`The database login ${login} must own nothing, but owns ${owned} objects.`] : []),
    // A superuser counts as a member of every role, and that has been said.
    ...(others.length && !attributes.includes("SUPERUSER")
      ? [`The database login ${login} must not be a member of ${others.join(", ")}.`]
      : []),
  ];
}

async function inspect(client: pg.Client): Promise<Findings> {
  const { rows } = await client.query<Findings>(
    `SELECT array_remove(ARRAY[CASE WHEN rolsuper THEN 'SUPERUSER' END, CASE WHEN rolbypassrls THEN 'BYPASSRLS' END,
          CASE WHEN rolcreaterole THEN 'CREATEROLE' END, CASE WHEN rolcreatedb THEN 'CREATEDB' END,
          CASE WHEN rolreplication THEN 'REPLICATION' END], NULL) AS attributes,
        (SELECT count(*)::int FROM pg_shdepend WHERE refclassid = 'pg_authid'::regclass AND refobjid = r.oid
          AND deptype = 'o') AS owned,
        ARRAY(SELECT m.rolname::text FROM pg_roles m WHERE m.oid <> r.oid AND pg_has_role(r.oid, m.oid, 'MEMBER')
          ORDER BY 1) AS roles
      FROM pg_roles r WHERE rolname = session_user`,
  );
  return rows[0] ?? { attributes: ["absent"], owned: 0, roles: [] };
}

async function listSiteIds(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>("SELECT id FROM site ORDER BY id");
  return rows.map(({ id }) => id);
}

async function connectedAs<T>(login: Login, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: loginUrl(login), connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
