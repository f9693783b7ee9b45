import { createHash } from "node:crypto";
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { env } from "../env";

/**
 * What the pins say of a key: `known` may be sealed to; `unknown` was never made by this app; `superseded` was, and
 * a newer one has taken its place.
 */
export type PinVerdict = "known" | "unknown" | "superseded";

type SitePins = { fingerprints: Map<number, Set<string>>; newest: number };

/**
 * Remembers a key of a site outside the database, before it is stored in there: whoever can write the database
 * cannot make the app seal to a key of their own. One line is appended for each, so several processes may write.
 */
export const pinKey = (site: string, epoch: number, publicKey: Uint8Array): void =>
  append(`${site} ${epoch} ${fingerprint(publicKey)}\n`);

/** Says that an epoch is in use, so that no older key of the site counts any more. */
export function confirmPin(site: string, epoch: number): void {
  if ((readPins().get(site)?.newest ?? 0) < epoch) append(`${site} ${epoch} newest\n`);
}

export function checkPin(site: string, epoch: number, publicKey: Uint8Array): PinVerdict {
  const pins = readPins().get(site);
  if (!pins?.fingerprints.get(epoch)?.has(fingerprint(publicKey))) return "unknown";
  if (epoch < pins.newest) return "superseded";
  // In use by now, also where a crash kept whoever stored it from saying so.
  if (epoch > pins.newest) append(`${site} ${epoch} newest\n`);
  return "known";
}

/** Whether anything was ever pinned; before that, what is in the database is believed once (scripts/provision.ts). */
export const hasPins = (): boolean => readPins().size > 0;

const fingerprint = (publicKey: Uint8Array): string =>
  createHash("sha256").update(publicKey).digest("base64url");

function readPins(): Map<string, SitePins> {
  const sites = new Map<string, SitePins>();
  for (const line of readLines()) {
    const [site = "", number, value = ""] = line.split(" ");
    const epoch = Number(number);
    const pins = sites.get(site) ?? { fingerprints: new Map(), newest: 0 };
    sites.set(site, pins);
    if (value === "newest") pins.newest = Math.max(pins.newest, epoch);
    else pins.fingerprints.set(epoch, (pins.fingerprints.get(epoch) ?? new Set()).add(value));
  }
  return sites;
}

/** Read anew each time: other processes append too, and the file has a few lines a site. */
function readLines(): string[] {
  try {
    return readFileSync(env().KEY_PINS_FILE, "utf8").split("\n").filter(Boolean);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

function append(line: string): void {
  const file = openSync(env().KEY_PINS_FILE, "a", 0o600);
  try {
    writeSync(file, `\n${line}`); // after a line that a crash cut off, this one stays whole
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
