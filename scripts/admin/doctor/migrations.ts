import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { ROOT } from "../../launch/settings";
import { type Finding, ok, problem } from "./finding";

const FOLDER = path.join(ROOT, "prisma/migrations");

/** Whether the database is at the state that this version of weact expects. Changes nothing. */
export async function checkMigrations(client: pg.Client, folder = FOLDER): Promise<Finding[]> {
  const applied = await readApplied(client);
  const known = new Map(readScripts(folder));
  const names = [...known.keys()];
  const pending = names.filter((name) => !applied.has(name));
  const edited = names.filter((name) => applied.has(name) && applied.get(name) !== known.get(name));
  const foreign = [...applied.keys()].filter((name) => !known.has(name));
  const findings = [
    ...report(pending, "not applied yet", "Start weact: npm start applies them. Make a backup first."),
    ...report(
      edited,
      "changed after this database got them",
      "Restore the files as they were released (git status shows what differs).",
    ),
    ...report(
      foreign,
      "applied to this database, and unknown to this version",
      "A newer weact was here: start that version, or restore the backup from before the update.",
    ),
  ];
  return findings.length ? findings : [ok("migrations", `All ${names.length} are applied as released.`)];
}

const report = (names: string[], what: string, todo: string): Finding[] =>
  names.length ? [problem("migrations", `${names.join(", ")}: ${what}.`, todo)] : [];

async function readApplied(client: pg.Client): Promise<Map<string, string>> {
  const books = await client.query("SELECT to_regclass('_prisma_migrations') AS name");
  if (!books.rows[0]?.name) return new Map();
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

/** Each migration and the hash that Prisma keeps of it. */
const readScripts = (folder: string): [string, string][] =>
  readdirSync(folder)
    .map((name) => [name, path.join(folder, name, "migration.sql")] as const)
    .filter(([, file]) => existsSync(file))
    .map(([name, file]) => [name, createHash("sha256").update(readFileSync(file)).digest("hex")]);
