import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { Failure } from "./failure";

/** What only the embedded mode keeps: made at the first start, never shown, never changed. */
export type Secrets = {
  /** WEACT_SECRET, from which everything else derives. */
  readonly secret: string;
  /** Password of the bootstrap superuser, used to start and stop the server only. */
  readonly superuser: string;
  /** Password of `owner`, who migrates and provisions. */
  readonly owner: string;
};

const NAMES = ["secret", "superuser", "owner"] as const;

/** Makes the data folder, readable by nobody else. */
export function openDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    chmodSync(dataDir, 0o700);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") throw error;
    throw new Failure(
      `The data folder ${dataDir} cannot be written: check DATA_DIR, its owner and permissions.`,
    );
  }
}

/** The secrets of the embedded mode, or undefined before the first start. */
export function readSecrets(dataDir: string): Secrets | undefined {
  const file = path.join(dataDir, "secrets.json");
  if (!existsSync(file)) return undefined;
  try {
    const secrets = JSON.parse(readFileSync(file, "utf8"));
    if (NAMES.every((name) => typeof secrets[name] === "string")) return secrets;
  } catch {
    // Falls through: a file that cannot be parsed is as damaged as one with a part missing.
  }
  throw new Failure(`${file} is damaged: restore it from a backup, without it nothing stored can be read.`);
}

/** Reads the secrets, or makes them when the data folder is new. */
export function ensureSecrets(dataDir: string): Secrets {
  const found = readSecrets(dataDir);
  if (found) return found;
  const file = path.join(dataDir, "secrets.json");
  if (existsSync(path.join(dataDir, "pg"))) {
    throw new Failure(`${dataDir} holds a database but no secrets.json: restore it from a backup.`);
  }
  const random = () => randomBytes(32).toString("hex");
  const secrets: Secrets = { secret: random(), superuser: random(), owner: random() };
  writeDurably(file, JSON.stringify(secrets, null, 2));
  return secrets;
}

/** Written whole or not at all, also when the power goes. */
function writeDurably(file: string, text: string): void {
  const draft = `${file}.new`;
  const handle = openSync(draft, "w", 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
}
