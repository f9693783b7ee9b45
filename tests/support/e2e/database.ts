import { readFileSync } from "node:fs";
import pg from "pg";
import { findServer, localUrl } from "@/scripts/database/server";
import { APP_DATA_DIR, APP_URL } from "../app";

/** Looks behind the scenes as superuser, who sees past row security. */
export async function inDatabase<Row extends object>(
  sql: string,
  values: unknown[] = [],
  dataDir = APP_DATA_DIR,
): Promise<Row[]> {
  const { superuser } = secretsOf(dataDir);
  const server = findServer(dataDir);
  if (!server) throw new Error("The database of the application does not run.");
  const client = new pg.Client({ connectionString: localUrl("postgres", superuser, server.port) });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

const secretsOf = (dataDir: string): { secret: string; superuser: string } =>
  JSON.parse(readFileSync(`${dataDir}/secrets.json`, "utf8"));

export async function countCases(site: string, dataDir = APP_DATA_DIR): Promise<number> {
  const rows = await inDatabase<{ count: string }>(
    "SELECT count(*) FROM case_file WHERE site_id = $1",
    [site],
    dataDir,
  );
  return Number(rows[0]?.count);
}

export type FoundCase = { readonly id: string; readonly number: number; readonly site: string };

/** The case that a receipt opens. Tests know it by its number, as counsellors do. */
export async function caseBehind(receipt: string): Promise<FoundCase> {
  const rows = await inDatabase<FoundCase>(
    `SELECT c.id, c.number, c.site_id AS site FROM mailbox_key m
       JOIN case_file c ON (c.site_id, c.id) = (m.site_id, m.case_id) WHERE m.lookup_id = $1`,
    [await lookupIdOf(receipt)],
  );
  if (!rows[0]) throw new Error("This receipt opens no case.");
  return rows[0];
}

async function lookupIdOf(receipt: string): Promise<Uint8Array> {
  process.env.WEACT_SECRET ??= secretsOf(APP_DATA_DIR).secret;
  process.env.DATABASE_URL ??= "postgresql://unused/unused";
  process.env.PUBLIC_ORIGIN ??= APP_URL;
  const { deriveReceiptKeys, parseReceipt } = await import("@/lib/crypto/receipt");
  const parsed = parseReceipt(receipt);
  if (!parsed) throw new Error("This is no receipt.");
  return (await deriveReceiptKeys(parsed)).lookupId;
}
