import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/scripts/database/embedded";
import { migrate } from "@/scripts/database/migrate";
import { stopServer } from "@/scripts/database/server";
import { TEST_SECRET, TEST_SUPERUSER } from "./secret";

declare module "vitest" {
  interface ProvidedContext {
    /** A connection URL of `owner` for the template each test file's database is cloned from. */
    templateUrl: string;
  }
}

/**
 * One PostgreSQL for all integration tests, with a database that is migrated and provisioned once.
 * What it stores need not survive a crash, so it does not wait for the disk.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "weact-test-"));
  const secrets = { secret: TEST_SECRET, superuser: TEST_SUPERUSER, owner: "for-tests-owner" };
  const teardown = async () => {
    await stopServer(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const { ownerUrl } = await startEmbedded({ dataDir, secrets, durable: false });
    await prepare(ownerUrl);
    project.provide("templateUrl", ownerUrl);
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}

async function prepare(ownerUrl: string): Promise<void> {
  const url = new URL(ownerUrl);
  Object.assign(process.env, {
    DATABASE_URL: `postgresql://${url.host}${url.pathname}`,
    WEACT_SECRET: TEST_SECRET,
    PUBLIC_ORIGIN: "http://localhost:3000",
  });
  const { provision, provisionRoles } = await import("@/scripts/provision");
  await provisionRoles(ownerUrl);
  await migrate(ownerUrl);
  await provision(ownerUrl);

  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query("CREATE DATABASE maintenance");
  await client.end();
}
