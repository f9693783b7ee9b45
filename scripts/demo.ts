import { randomInt, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { newEpoch } from "../lib/crypto/epoch";
import { newKeyPair } from "../lib/crypto/hpke";
import { emailLookup } from "../lib/crypto/lookup";
import {
  derivePassphraseKeys,
  deriveRecoveryKey,
  newRecoveryCode,
  newSalt,
  wrapUserKey,
} from "../lib/crypto/passphrase";
import { confirmPin } from "../lib/crypto/pins";
import { sealRecord } from "../lib/crypto/record";
import { berlinDay } from "../lib/time/rules";
import { Failure } from "./launch/failure";

/** What is printed and kept for the embedded mode only; nothing of it is in the database. */
export type DemoAccount = {
  email: string;
  passphrase: string;
  recoveryCode: string;
  role: "counsellor" | "lead" | "coordinator";
  site: string | null;
};

type StoredAccount = DemoAccount & { id: string; publicKey: Uint8Array };

const FILE = "demo-accounts.json";
const EPOCH = 1;
const NAMES = { counsellor: "Berater*in (Demo)", lead: "Leitung (Demo)", coordinator: "" };

/**
 * Makes the demo accounts of the embedded mode with all their keys: a counsellor and a lead for each site, and
 * one coordinator. Done once, in one transaction; the passphrases are random and kept in a file of mode 0600.
 *
 * @param ownerUrl the provisioning login
 * @throws Failure when the accounts are there, but not the file with their passphrases
 */
export async function ensureDemo(ownerUrl: string, dataDir: string): Promise<DemoAccount[]> {
  const file = path.join(dataDir, FILE);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ accounts: number }>(
      "SELECT count(*)::int AS accounts FROM account",
    );
    if (!rows[0]?.accounts) await makeDemo(client, file);
    return await readDemo(file);
  } finally {
    await client.end();
  }
}

async function readDemo(file: string): Promise<DemoAccount[]> {
  // Written before the commit and moved after it: what is still under its first name was committed.
  if (!existsSync(file) && existsSync(draftOf(file))) await rename(draftOf(file), file);
  if (existsSync(file)) return JSON.parse(await readFile(file, "utf8"));
  throw new Failure(
    `${file} is missing, and with it the demo passphrases: remove the data folder to begin anew.`,
  );
}

async function makeDemo(client: pg.Client, file: string): Promise<void> {
  const { rows: sites } = await client.query<{ id: string }>("SELECT id FROM site WHERE active ORDER BY id");
  await client.query("BEGIN");
  const accounts: StoredAccount[] = [await insertAccount(client, "coordinator", null)];
  for (const { id } of sites) {
    const people = [await insertAccount(client, "counsellor", id), await insertAccount(client, "lead", id)];
    await insertSiteKey(client, id, people);
    accounts.push(...people);
  }
  const demo = accounts.map(({ id: _id, publicKey: _publicKey, ...account }) => account);
  await rm(file, { force: true });
  await writeFile(draftOf(file), `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600, flush: true });
  await client.query("COMMIT");
  for (const { id } of sites) confirmPin(id, EPOCH);
}

const draftOf = (file: string): string => `${file}.new`;

async function insertAccount(
  client: pg.Client,
  role: DemoAccount["role"],
  site: string | null,
): Promise<StoredAccount> {
  const id = randomUUID();
  const email = `${role}@${site ?? "network"}.example`;
  const [passphrase, recoveryCode, salt] = [newPassphrase(), newRecoveryCode(), newSalt()];
  const { publicKey, privateKey } = await newKeyPair();
  const { verifier, wrappingKey } = await derivePassphraseKeys(passphrase, salt, id);
  await client.query(
    `INSERT INTO account (id, email_lookup, kdf_salt, verifier, public_key, wrapped_by_passphrase,
       wrapped_by_recovery, recovery_confirmed_on, coordinator, last_seen_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $9, $8, $9)`,
    [
      id,
      emailLookup(email),
      salt,
      verifier,
      publicKey,
      wrapUserKey("account.wrapped_by_passphrase", id, wrappingKey, privateKey),
      wrapUserKey("account.wrapped_by_recovery", id, deriveRecoveryKey(recoveryCode, id), privateKey),
      role === "coordinator",
      berlinDay(new Date()),
    ],
  );
  return { email, passphrase, recoveryCode, role, site, id, publicKey };
}

async function insertSiteKey(client: pg.Client, site: string, people: StoredAccount[]): Promise<void> {
  const holders = people.map(({ id, publicKey }) => ({ accountId: id, publicKey }));
  const { key, grants } = await newEpoch({ site, epoch: EPOCH }, holders, []);
  await client.query(
    "INSERT INTO site_key (site_id, epoch, public_key, created_on) VALUES ($1, $2, $3, $4)",
    [site, EPOCH, key.publicKey, berlinDay(new Date())],
  );
  for (const { id, role } of people) {
    const place = { column: "membership.sealed_name", site, epoch: EPOCH, recordId: id } as const;
    await client.query(
      "INSERT INTO membership (site_id, account_id, role, key_epoch, sealed_name) VALUES ($1, $2, $3, $4, $5)",
      [site, id, role, EPOCH, sealRecord(key.privateKey, place, NAMES[role])],
    );
  }
  for (const { accountId, sealedSiteKey, sealedPin } of grants) {
    await client.query(
      `INSERT INTO site_key_grant (site_id, epoch, account_id, sealed_site_key, sealed_pin)
         VALUES ($1, $2, $3, $4, $5)`,
      [site, EPOCH, accountId, sealedSiteKey, sealedPin],
    );
  }
}

/** Twenty random letters in groups of five, without look-alikes: some 92 bits, and easy to type off a screen. */
function newPassphrase(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz";
  const groups = Array.from({ length: 4 }, () =>
    Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join(""),
  );
  return groups.join("-");
}
