import { appendFileSync, readFileSync } from "node:fs";
import { env } from "../../env";
import { parseQuarter } from "../rules";
import type { Quarter } from "../types";

/**
 * The quarters that were released, as it is known outside the database. An older database that was put back does not know
 * of them any more, and would publish other numbers for the same cases; both together tell more than either.
 */
export function releasesOutside(): Quarter[] {
  return readLines().flatMap((line) => parseQuarter(line) ?? []);
}

/** Remembers releases that are not known yet, each on a line of its own. */
export function rememberReleases(quarters: readonly Quarter[]): void {
  const known = new Set(releasesOutside());
  const fresh = quarters.filter((quarter) => !known.has(quarter));
  // After a line that a crash cut off, these stay whole.
  if (fresh.length > 0)
    appendFileSync(env().RELEASES_FILE, `\n${fresh.join("\n")}\n`, { mode: 0o600, flush: true });
}

function readLines(): string[] {
  try {
    return readFileSync(env().RELEASES_FILE, "utf8").split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
