import pg from "pg";
import { findServer, localUrl } from "../database/server";
import { Failure } from "../launch/failure";
import { readSecrets } from "../launch/secrets";
import type { Application } from "./application";

/** Lets this process use lib as the measured server does: the same secret, the same database. */
export function adoptSettings({ dataDir, url }: Application): void {
  const { secret, host } = secretsOf(dataDir);
  Object.assign(process.env, {
    WEACT_SECRET: secret,
    DATABASE_URL: `postgresql://${host}/app`,
    PUBLIC_ORIGIN: url,
  });
}

/** Works as the superuser, whom row security does not concern: for filling and counting. */
export async function asSuperuser<T>(
  { dataDir }: Application,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const { superuser, port } = secretsOf(dataDir);
  return connected(localUrl("postgres", superuser, port), work);
}

export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function secretsOf(dataDir: string) {
  const [secrets, server] = [readSecrets(dataDir), findServer(dataDir)];
  if (!secrets || !server) throw new Failure("The database of the copy does not run.");
  return { ...secrets, port: server.port, host: `127.0.0.1:${server.port}` };
}
