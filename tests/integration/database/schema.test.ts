import { execFileSync } from "node:child_process";
import path from "node:path";
import type pg from "pg";
import { beforeAll, expect, it } from "vitest";
import { ownerUrl, tentatively } from "../../support/connections";

const ROOT = path.resolve(import.meta.dirname, "../../..");

let drawn: string;

// What the Prisma schema draws is built beside what the migrations made, and PostgreSQL describes both.
beforeAll(() => {
  const arguments_ = ["migrate", "diff", "--from-empty", "--to-schema", "prisma/schema", "--script"];
  drawn = execFileSync(path.join(ROOT, "node_modules/.bin/prisma"), arguments_, {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, DATABASE_URL: ownerUrl(), CHECKPOINT_DISABLE: "1" },
  });
});

it("matches the migrations", async () => {
  await tentatively(async (client) => {
    await buildDrawn(client);
    const migrated = await describeSchema(client, "public");
    expect(migrated.length).toBeGreaterThan(100);
    expect(await describeSchema(client, "drawn")).toEqual(migrated);
  });
});

it.each([
  "ALTER TABLE note ADD COLUMN planted text",
  "ALTER TABLE note ALTER COLUMN created_on DROP NOT NULL",
  "ALTER TABLE case_file ALTER COLUMN status DROP DEFAULT",
  "DROP INDEX case_file_site_id_unread_number_idx",
  "ALTER TABLE message DROP CONSTRAINT message_site_id_case_id_fkey",
])("no longer matches after %s", async (change) => {
  await tentatively(async (client) => {
    await buildDrawn(client);
    await client.query(`SET LOCAL search_path = public; ${change}`);
    expect(await describeSchema(client, "drawn")).not.toEqual(await describeSchema(client, "public"));
  });
});

async function buildDrawn(client: pg.Client): Promise<void> {
  await client.query("CREATE SCHEMA drawn; SET LOCAL search_path = drawn");
  await client.query(drawn);
}

/** Columns, indexes, primary and foreign keys. Checks and policies are not in Prisma's language. */
async function describeSchema(client: pg.Client, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
          || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
          || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') AS line
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
          LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE c.relnamespace = $1::text::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
          AND a.attnum > 0 AND NOT a.attisdropped
      UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = $1::text AND tablename <> '_prisma_migrations'
      UNION ALL SELECT c.relname || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
        WHERE c.relnamespace = $1::text::regnamespace AND k.contype IN ('p', 'u', 'f')
          AND c.relname <> '_prisma_migrations'`,
    [schema],
  );
  return rows.map(({ line }) => line.replaceAll(`${schema}.`, "")).sort();
}
