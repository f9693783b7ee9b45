// `npx tsx scripts/statistics/measure-facts.ts`: what counting a case costs, by how many cases wait. On a database of its
// own that waits for the disk, as a real one does. The figures stand in docs/decisions/0060-statistical-facts.md.
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { TABLES } from "../../lib/statistics/tables";
import { startEmbedded } from "../database/embedded";
import { migrate } from "../database/migrate";
import { stopServer } from "../database/server";

const ROUNDS = 30;
const ROW_BYTES = 158;
const aRow = () => randomBytes(ROW_BYTES);

async function measure(client: pg.Client, waiting: number): Promise<void> {
  await client.query("TRUNCATE statistic_fact");
  await client.query(
    `INSERT INTO statistic_fact SELECT gen_random_uuid(), decode(string_agg(md5(random()::text), ''), 'hex') || $2::bytea
       FROM generate_series(1, $1::int) f, generate_series(1, 9) part GROUP BY f`,
    [waiting * TABLES.length, randomBytes(ROW_BYTES - 9 * 16)],
  );
  await client.query("CHECKPOINT");
  const before = await walPosition(client);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    await client.query("SELECT put_facts($1, $2)", [TABLES.map(() => randomUUID()), TABLES.map(aRow)]);
    times.push(performance.now() - started);
  }
  const { rows } = await client.query<{ bytes: number }>(
    "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), $1)::float AS bytes",
    [before],
  );
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (ROUNDS - 1))]?.toFixed(1);
  const log = ((rows[0]?.bytes ?? 0) / ROUNDS / 1e6).toFixed(2);
  console.log(`${waiting} cases waiting: median ${at(0.5)} ms, p95 ${at(0.95)} ms, log ${log} MB a closing`);
}

async function walPosition(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ at: string }>("SELECT pg_current_wal_lsn()::text AS at");
  return rows[0]?.at ?? "";
}

const dataDir = mkdtempSync(path.join(tmpdir(), "weact-facts-"));
const secrets = {
  secret: randomBytes(32).toString("hex"),
  superuser: randomBytes(16).toString("hex"),
  owner: randomBytes(16).toString("hex"),
};
try {
  const { ownerUrl } = await startEmbedded({ dataDir, secrets });
  const url = new URL(ownerUrl);
  Object.assign(process.env, {
    DATABASE_URL: `postgresql://${url.host}${url.pathname}`,
    WEACT_SECRET: secrets.secret,
    PUBLIC_ORIGIN: "http://localhost",
  });
  const { provisionRoles } = await import("../provision");
  await provisionRoles(ownerUrl);
  await migrate(ownerUrl);
  Object.assign(url, { username: "postgres", password: secrets.superuser });
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  for (const waiting of [100, 1_000, 10_000]) await measure(client, waiting);
  await client.end();
} finally {
  await stopServer(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
}
