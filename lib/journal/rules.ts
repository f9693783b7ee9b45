import { isSameHash, type Link, linkHash, NO_LINK } from "../crypto/chain";
import type { KnownHeads } from "../crypto/heads";
import type { ChainFault, ChainFinding } from "./types";

/** A row of the history as it is stored. */
export type StoredLink = Link & { hash: Uint8Array };

/** How far a check of a site's chain has come. */
export type Walk = {
  readonly site: string;
  readonly seq: number;
  readonly hash: Uint8Array;
  /** Whether a stored hash was met: from then on every entry has one. */
  readonly chained: boolean;
};

export const startOf = (site: string): Walk => ({ site, seq: 0, hash: NO_LINK, chained: false });

/** Checks the next row of a site's history; a fault ends the walk. */
export function stepOn(walk: Walk, row: StoredLink, outside: KnownHeads): Walk | ChainFault {
  if (row.seq !== walk.seq + 1) return "missing";
  const hash = linkHash(walk.site, walk.hash, row);
  const chained = row.hash.length > 0;
  // Only what is older than the chain itself has no hash; the first entry that has one covers all of it.
  if (!chained && (walk.chained || row.formerSeq === null)) return "unchained";
  if (chained && !isSameHash(hash, row.hash)) return "changed";
  if (outside.at.get(row.seq)?.some((known) => !isSameHash(hash, known))) return "headDiffers";
  return { site: walk.site, seq: row.seq, hash, chained };
}

/** How far a chain has to go at least: by what stands outside the database, and by its own head. */
export type Ends = { outside: number; inside: number };

/** What is known once the last row was checked, or one that is broken. */
export function concludeWalk(walk: Walk, ends: Ends, fault: ChainFault | null): ChainFinding {
  const isCutOff = Math.max(ends.outside, ends.inside) > walk.seq;
  const found = fault ?? (isCutOff ? "cutOff" : null);
  const broken = found && { seq: walk.seq + 1, fault: found };
  return { site: walk.site, entries: walk.seq, vouchedFor: ends.outside, broken };
}
