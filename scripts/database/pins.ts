import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { confirmPin, hasPins, pinKey } from "../../lib/crypto/pins";
import { env } from "../../lib/env";
import { Failure } from "../launch/failure";

/**
 * Makes sure that keys can be pinned before anybody needs it: a new key that cannot be pinned is not made, so that
 * nobody's keys could be taken away.
 *
 * @throws Failure when the file of pins cannot be read and written
 */
export function requirePinsFile(): void {
  const file = env().KEY_PINS_FILE;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    closeSync(openSync(file, "a+", 0o600));
  } catch {
    throw new Failure(`The file of key pins ${file} cannot be written: check KEY_PINS_FILE and its owner.`);
  }
}

/**
 * Pins the site keys that a database brings from before there were pins: believed once, never again. A mark beside
 * the file tells that this was begun, so that it is finished after a crash; without it some sites' keys would stay
 * unknown for good.
 *
 * @returns how many keys were pinned
 */
export async function adoptSiteKeys(ownerUrl: string): Promise<number> {
  const mark = `${env().KEY_PINS_FILE}.adopting`;
  if (hasPins() && !existsSync(mark)) return 0;
  const keys = await readKeys(ownerUrl);
  if (keys.length) {
    writeFileSync(mark, "", { mode: 0o600, flush: true });
    for (const { site, epoch, publicKey } of keys) pinKey(site, epoch, publicKey);
    for (const { site, epoch } of keys) confirmPin(site, epoch);
  }
  rmSync(mark, { force: true });
  return keys.length;
}

type StoredKey = { site: string; epoch: number; publicKey: Uint8Array };

/** The newest first: confirming it settles the older ones of its site as well. */
async function readKeys(ownerUrl: string): Promise<StoredKey[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<StoredKey>(
      `SELECT site_id AS site, epoch, public_key AS "publicKey" FROM site_key ORDER BY site_id, epoch DESC`,
    );
    return rows;
  } finally {
    await client.end();
  }
}
