import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { Failure } from "../launch/failure";
import { ROOT } from "../launch/settings";

type Migration = { readonly name: string; readonly script: string; readonly checksum: string };

/** The table in which Prisma keeps its books, as Prisma makes it. */
const BOOKS = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** The lock `prisma migrate` takes as well, so that two starts at once, or a start and a developer, wait for each other. */
const LOCK = 72_707_369;

/**
 * Applies the migrations a database lacks and returns their names. Each one and its entry in the
 * books are one transaction, so a process killed at any moment leaves nothing half done.
 */
export async function migrate(
  ownerUrl: string,
  folder = path.join(ROOT, "prisma/migrations"),
): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    const pending = await findPending(client, readMigrations(folder));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, "migration.sql")))
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const script = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, script, checksum: createHash("sha256").update(script).digest("hex") };
    });
}

async function findPending(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const books = await client.query("SELECT to_regclass('_prisma_migrations') AS name");
  if (!books.rows[0].name) await client.query(BOOKS);
  const { rows } = await client.query(
    "SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  const applied = new Map<string, string>(rows.map(({ name, checksum }) => [name, checksum]));
  return migrations.filter(({ name, checksum }) => {
    const known = applied.get(name);
    if (known && known !== checksum)
      throw new Failure(`The migration ${name} was changed after this database got it.`);
    return !known;
  });
}

async function apply(client: pg.Client, { name, script, checksum }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(script);
    await client.query(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)",
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    const { code, message } = error as { code?: string; message: string };
    if (code === "53100") throw error;
    throw new Failure(`The migration ${name} does not fit this database: ${message.replace(/\.$/, "")}.`);
  }
}
