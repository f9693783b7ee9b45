import pg from "pg";
import { afterAll } from "vitest";
import { closeClients } from "../../lib/db/client";
import { type Login, loginUrl } from "../../lib/db/logins";
import { TEST_SUPERUSER } from "./secret";

// A pool that is still open would keep the file's database from being dropped.
afterAll(closeClients);

/** The login that migrates and provisions this file's database. */
export const ownerUrl = (): string => required("OWNER_URL");

/** The superuser of the test server: sees past row security, so that a test can look behind the scenes. */
export function superuserUrl(): string {
  const url = new URL(ownerUrl());
  Object.assign(url, { username: "postgres", password: TEST_SUPERUSER });
  return url.href;
}

export const asOwner = <T>(work: (client: pg.Client) => Promise<T>): Promise<T> =>
  connected(ownerUrl(), work);

export const asSuperuser = <T>(work: (client: pg.Client) => Promise<T>): Promise<T> =>
  connected(superuserUrl(), work);

export const asLogin = <T>(login: Login, work: (client: pg.Client) => Promise<T>): Promise<T> =>
  connected(loginUrl(login), work);

/** Does something to the database as superuser and takes all of it back. */
export const tentatively = <T>(work: (client: pg.Client) => Promise<T>): Promise<T> =>
  asSuperuser(async (client) => {
    await client.query("BEGIN");
    try {
      return await work(client);
    } finally {
      await client.query("ROLLBACK");
    }
  });

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run integration tests through vitest.config.ts`);
  return value;
}
