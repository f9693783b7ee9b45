import { checkRelease } from "./gate";
import { releasesOutside, rememberReleases } from "./internal/outside";
import {
  listRefusals,
  listReleases,
  readFrame,
  readWaiting,
  shuffleFacts,
  storeRefusal,
  storeRelease,
} from "./internal/store";
import { quartersBetween } from "./periods";
import { type RoundedCell, roundRelease } from "./rounding";
import { isDue, lastDue, nextQuarter } from "./rules";
import { exactTables } from "./tables";
import type { FactPart, Quarter, StatisticsTable } from "./types";

/**
 * What came of a release. `late`: this quarter or a later one is released. `forgotten`: it was, but the database does not
 * know of it. `refused`: a number would have told too much, in this table. `busy`: facts were changed each time it was
 * tried.
 */
export type ReleaseResult =
  | { ok: true; quarter: Quarter; unreadable: number }
  | { ok: false; quarter: Quarter; reason: "notDue" | "late" | "forgotten" | "busy" }
  | { ok: false; quarter: Quarter; reason: "refused"; table: StatisticsTable };

const ATTEMPTS = 5;

/**
 * Releases a quarter: counts every waiting fact of it and of earlier quarters, rounds the tables at random, lets the
 * attacker try what the result tells, and publishes it. Counted facts are gone from then on. Done whole or not at all,
 * and once (docs/decisions/0062).
 *
 * @throws RangeError when parts of some case are missing: nothing is released until somebody has looked
 * @param gate what decides whether the numbers may be published
 */
export async function releaseQuarter(
  quarter: Quarter,
  now: Date,
  gate: typeof checkRelease = checkRelease,
): Promise<ReleaseResult> {
  if (!isDue(quarter, now)) return { ok: false, quarter, reason: "notDue" };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const published = await whyPublished(quarter);
    if (published) return { ok: false, quarter, reason: published };
    const { waiting, unreadable } = await readWaiting();
    const counted = waiting.filter(({ part }) => part.quarter <= quarter);
    const cells = await roundedCells(counted.map(({ part }) => part));
    const verdict = await gate(cells.map((cell) => ({ ...cell, quarter })));
    if (!verdict.ok) {
      await storeRefusal(quarter, verdict.table, now);
      return { ok: false, quarter, reason: "refused", table: verdict.table };
    }
    const outcome = await storeRelease({ quarter, demo: false, cells, counted }, now);
    if (outcome === "released") {
      rememberReleases([quarter]);
      return { ok: true, quarter, unreadable };
    }
    if (outcome === "late") return { ok: false, quarter, reason: "late" };
  }
  return { ok: false, quarter, reason: "busy" };
}

/** Whether numbers of a quarter, or of a later one, are out already, as far as the database and the file outside know. */
async function whyPublished(quarter: Quarter): Promise<"late" | "forgotten" | null> {
  const stored = await listReleases();
  // Also what a process released that died before it could say so.
  rememberReleases(stored.flatMap(({ demo, quarter: known }) => (demo ? [] : [known])));
  if (stored.some((release) => release.quarter >= quarter)) return "late";
  return releasesOutside().some((known) => known >= quarter) ? "forgotten" : null;
}

/**
 * Counts parts and rounds the counts.
 *
 * @throws RangeError when the tables of a site tell of different numbers of cases
 */
async function roundedCells(parts: readonly FactPart[]): Promise<RoundedCell[]> {
  const { sites, categories } = await readFrame();
  return roundRelease(exactTables(parts, sites, categories));
}

/**
 * What is done every night: releases the quarters that are due, in their order, and puts the facts that still wait into
 * a new order. A quarter that was refused waits for somebody to look at it: trying again until the numbers please would
 * make them biased.
 */
export async function releaseDue(now: Date): Promise<ReleaseResult[]> {
  const results: ReleaseResult[] = [];
  const refused = new Set((await listRefusals()).map(({ quarter }) => quarter));
  for (const quarter of await dueQuarters(now)) {
    if (refused.has(quarter)) break;
    const result = await releaseQuarter(quarter, now);
    results.push(result);
    if (!result.ok) break;
  }
  await shuffleFacts();
  return results;
}

/** From the one after the last that was released, or else the first of which there is a fact. */
async function dueQuarters(now: Date): Promise<Quarter[]> {
  const last = (await listReleases()).at(-1);
  if (last) return quartersBetween(nextQuarter(last.quarter), lastDue(now));
  const [first] = (await readWaiting()).waiting.map(({ part }) => part.quarter).toSorted();
  return first ? quartersBetween(first, lastDue(now)) : [];
}
