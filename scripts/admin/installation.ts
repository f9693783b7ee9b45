import pg from "pg";
import { env } from "../../lib/env";
import { checkExternal } from "../database/external";
import { findServer, localUrl } from "../database/server";
import { Failure } from "../launch/failure";
import { readSecrets } from "../launch/secrets";
import { servedEnv } from "../launch/server-process";
import { readSettings, type Settings } from "../launch/settings";

/** What an operator works on: the settings of this folder, and the login that owns its database. */
export type Installation = { readonly settings: Settings; readonly ownerUrl: string };

/**
 * Reads the settings as the launcher does and gives this process the environment that the server has.
 *
 * @throws Failure when a setting is missing or wrong, or the embedded database does not run
 */
export function openInstallation(): Installation {
  const settings = readSettings();
  const { ownerUrl, secret } = settings.external ?? findEmbedded(settings.dataDir);
  Object.assign(process.env, servedEnv(settings, ownerUrl, secret));
  try {
    env();
  } catch (error) {
    throw new Failure((error as Error).message);
  }
  return { settings, ownerUrl };
}

function findEmbedded(dataDir: string): { ownerUrl: string; secret: string } {
  const [server, secrets] = [findServer(dataDir), readSecrets(dataDir)];
  if (!server || !secrets)
    throw new Failure(
      "The embedded database is not running: start it with npm start, or set DATABASE_URL to yours.",
    );
  return { ownerUrl: localUrl("owner", secrets.owner, server.port), secret: secrets.secret };
}

/** @throws Failure when the database cannot be reached, or has not been prepared yet */
export async function asOwner<T>(
  { settings, ownerUrl }: Installation,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  if (settings.external) await checkExternal(ownerUrl);
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    if (isUnprepared(error))
      throw new Failure("This database is not prepared for this version yet: npm start does that.");
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A table or column that a migration makes is missing. */
export const isUnprepared = (error: unknown): boolean =>
  ["42P01", "42703", "42883"].includes(String((error as { code?: unknown }).code));
