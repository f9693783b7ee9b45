import { closeSync, mkdirSync, openSync } from "node:fs";
import path from "node:path";
import { env } from "../../lib/env";
import { Failure } from "../launch/failure";

/**
 * Makes sure that the ends of the sites' histories can be remembered outside the database.
 *
 * @throws Failure when the file cannot be read and written
 */
export function requireHeadsFile(): void {
  const file = env().JOURNAL_HEADS_FILE;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    closeSync(openSync(file, "a+", 0o600));
  } catch {
    throw new Failure(
      `The file ${file} cannot be written, which says how far the history goes: check JOURNAL_HEADS_FILE and its owner.`,
    );
  }
}
