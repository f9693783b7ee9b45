import pg from "pg";
import { type Login, loginPassword } from "../../lib/db/logins";
import { Failure } from "../launch/failure";
import { readSecrets } from "../launch/secrets";
import { readDataDir } from "../launch/settings";
import { findServer, localUrl } from "./server";

/**
 * A connection URL for `owner` or a runtime login of the running database: the embedded one, or
 * with DATABASE_URL set the operator's.
 *
 * @throws Failure when there is no such login or the database does not run
 */
export async function findLogin(login: string): Promise<string> {
  const { ownerUrl, secret } = process.env.DATABASE_URL ? external(process.env.DATABASE_URL) : embedded();
  await requireLogin(ownerUrl, login);
  if (login === "owner") return ownerUrl;
  process.env.WEACT_SECRET = secret;
  process.env.DATABASE_URL = ownerUrl;
  process.env.PUBLIC_ORIGIN ??= "http://localhost";
  const url = new URL(ownerUrl);
  url.username = login;
  url.password = loginPassword(login as Login);
  return url.href;
}

function external(ownerUrl: string): { ownerUrl: string; secret: string } {
  const secret = process.env.WEACT_SECRET;
  if (!secret) throw new Failure("WEACT_SECRET is missing: the passwords of the logins derive from it.");
  return { ownerUrl, secret };
}

function embedded(): { ownerUrl: string; secret: string } {
  const dataDir = readDataDir();
  const server = findServer(dataDir);
  const secrets = readSecrets(dataDir);
  if (!server || !secrets)
    throw new Failure("The embedded database is not running: start it with npm start.");
  return { ownerUrl: localUrl("owner", secrets.owner, server.port), secret: secrets.secret };
}

async function requireLogin(ownerUrl: string, login: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    const { rowCount } = await client.query(
      "SELECT FROM pg_roles WHERE rolname = $1 AND rolcanlogin AND NOT rolsuper",
      [login],
    );
    if (!rowCount && login !== "owner") throw new Failure(`There is no database login called ${login}.`);
  } catch (error) {
    throw error instanceof Failure ? error : new Failure("The database does not answer: is it running?");
  } finally {
    await client.end().catch(() => undefined);
  }
}
