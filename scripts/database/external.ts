import pg from "pg";
import { Failure } from "../launch/failure";

const OLDEST_SERVER = 15;

/** Makes sure that the PostgreSQL of the operator can be used, or says in one sentence why not. */
export async function checkExternal(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(
      `select current_setting('server_version_num')::int / 10000 as version, rolcreaterole or rolsuper as creates_roles
         from pg_roles where rolname = current_user`,
    );
    if (rows[0].version < OLDEST_SERVER)
      throw new Failure(
        `DATABASE_URL leads to PostgreSQL ${rows[0].version}; version ${OLDEST_SERVER} or newer is needed.`,
      );
    if (!rows[0].creates_roles)
      throw new Failure(
        "The role in DATABASE_URL needs CREATEROLE: it makes the logins of the surfaces and sites.",
      );
  } catch (error) {
    throw connectionFailure(error, new URL(ownerUrl));
  } finally {
    await client.end().catch(() => undefined);
  }
}

function connectionFailure(error: unknown, { hostname, port, pathname }: URL): Failure {
  if (error instanceof Failure) return error;
  const { code } = error as { code?: string };
  if (code === "28P01" || code === "28000")
    return new Failure("The PostgreSQL in DATABASE_URL refuses this user and password.");
  if (code === "3D000")
    return new Failure(
      `The database ${decodeURIComponent(pathname.slice(1))} in DATABASE_URL does not exist: create it first.`,
    );
  if (code === "53300") return new Failure("The PostgreSQL in DATABASE_URL has no connection left.");
  return new Failure(
    `No PostgreSQL answers at ${hostname}:${port || 5432}: check DATABASE_URL${code ? ` (${code})` : ""}.`,
  );
}
