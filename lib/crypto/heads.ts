import { closeSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from "node:fs";
import { env } from "../env";

/** The last entry of a site's history, as far as anybody outside the database knows. */
export type Head = { site: string; seq: number; hash: Uint8Array };

/**
 * Remembers outside the database how far a site's history goes: whoever can write the database cannot cut off its
 * end unnoticed. Not forced to the disk, because the next head says all that a lost one did.
 */
export function rememberHead({ site, seq, hash }: Head): void {
  const file = openSync(env().JOURNAL_HEADS_FILE, "a", 0o600);
  try {
    writeSync(file, `\n${line({ site, seq, hash })}`); // after a line that a crash cut off, this one stays whole
  } finally {
    closeSync(file);
  }
}

/** Everything that is known outside the database about a site's history: where it ended, and where it has passed. */
export type KnownHeads = {
  /** The highest number. Several processes write at once, so it need not be the last line. */
  readonly end: number;
  /** Of one number more than one hash are known when an older database was put back and work went on. */
  readonly at: ReadonlyMap<number, readonly Uint8Array[]>;
};

export const NO_HEADS: KnownHeads = { end: 0, at: new Map() };

export function readHeads(): Map<string, KnownHeads> {
  const known = new Map<string, { end: number; at: Map<number, Uint8Array[]> }>();
  for (const { site, seq, hash } of readLines().flatMap(parse)) {
    const heads = known.get(site) ?? { end: 0, at: new Map() };
    known.set(site, heads);
    heads.end = Math.max(heads.end, seq);
    heads.at.set(seq, [...(heads.at.get(seq) ?? []), hash]);
  }
  return known;
}

/**
 * Leaves one line a site. Only once the chains were found whole: the other lines would be the proof that they are not.
 * What another process adds at this very moment may be lost; its next entry makes up for it.
 */
export function tidyHeads(): void {
  const file = env().JOURNAL_HEADS_FILE;
  const last = [...readHeads()].flatMap(([site, { end, at }]) =>
    (at.get(end) ?? []).slice(-1).map((hash) => line({ site, seq: end, hash })),
  );
  writeFileSync(`${file}.new`, last.join(""), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

const line = ({ site, seq, hash }: Head): string =>
  `${site} ${seq} ${Buffer.from(hash).toString("base64url")}\n`;

function parse(text: string): Head[] {
  const [, site = "", seq = "", hash = ""] = /^(\S+) (\d{1,10}) ([\w-]{43})$/.exec(text) ?? [];
  return site ? [{ site, seq: Number(seq), hash: new Uint8Array(Buffer.from(hash, "base64url")) }] : [];
}

function readLines(): string[] {
  try {
    return readFileSync(env().JOURNAL_HEADS_FILE, "utf8").split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
