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
import { roundRelease } from "./rounding";
import { isDue, lastDue, nextQuarter } from "./rules";
import { exactTables } from "./tables";
import type { Quarter, StatisticsTable } from "./types";

/**
 * What came of a release. `early`: the quarter is not over for two weeks, by this clock or the database's. `late`: it or a
 * later one is released. `forgotten`: it was, but the database does not know of it. `refused`: a number would have told too
 * much, in this table. `busy`: facts were changed each time it was tried.
 */
export type ReleaseResult =
  | { ok: true; quarter: Quarter; unreadable: number }
  | { ok: false; quarter: Quarter; reason: "early" | "late" | "forgotten" | "busy" }
  | { ok: false; quarter: Quarter; reason: "refused"; table: StatisticsTable };

/** `tooMany`: so many quarters are due, up to this one, that the clock is more likely to be wrong. */
export type NightlyResult = ReleaseResult | { ok: false; quarter: Quarter; reason: "tooMany" };

const ATTEMPTS = 5;

/** As many as wait after a year in which the server did not run. */
const MOST_IN_A_NIGHT = 4;

/**
 * Releases a quarter: counts every waiting fact of it and of earlier quarters that were not published before, rounds the
 * tables at random, lets the attacker try what the result tells, and publishes it. The facts are gone from then on. Done
 * whole or not at all, and once (docs/decisions/0062).
 *
 * @throws RangeError when parts of some case are missing: nothing is released until somebody has looked
 * @param gate what decides whether the numbers may be published
 */
export async function releaseQuarter(
  quarter: Quarter,
  now: Date,
  gate: typeof checkRelease = checkRelease,
): Promise<ReleaseResult> {
  if (!isDue(quarter, now)) return { ok: false, quarter, reason: "early" };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const out = await whatIsOut();
    if (isReached(out.stored, quarter)) return { ok: false, quarter, reason: "late" };
    if (isReached(out.forgotten, quarter)) return { ok: false, quarter, reason: "forgotten" };
    const { counted, cells, unreadable } = await count(quarter, out.forgotten);
    const verdict = await gate(cells.map((cell) => ({ ...cell, quarter })));
    if (!verdict.ok) {
      await storeRefusal(quarter, verdict.table, now);
      return { ok: false, quarter, reason: "refused", table: verdict.table };
    }
    const outcome = await storeRelease({ quarter, demo: false, cells, counted }, now);
    if (outcome === "moved") continue;
    if (outcome !== "released") return { ok: false, quarter, reason: outcome };
    rememberReleases([quarter]);
    return { ok: true, quarter, unreadable };
  }
  return { ok: false, quarter, reason: "busy" };
}

/**
 * Up to which quarter numbers are out. `forgotten`: published, as the file outside the database says, and not known to the
 * database, because an older one was put back.
 */
type Out = { readonly stored: Quarter | undefined; readonly forgotten: Quarter | undefined };

async function whatIsOut(): Promise<Out> {
  const stored = await listReleases();
  // Also what a process released that died before it could say so.
  rememberReleases(stored.flatMap(({ demo, quarter }) => (demo ? [] : [quarter])));
  const known = new Set(stored.map(({ quarter }) => quarter));
  const forgotten = releasesOutside().filter((quarter) => !known.has(quarter));
  return { stored: stored.at(-1)?.quarter, forgotten: forgotten.toSorted().at(-1) };
}

/** Whether what is out goes as far as a quarter. */
const isReached = (out: Quarter | undefined, quarter: Quarter): boolean =>
  out !== undefined && out >= quarter;

/**
 * Counts what waits up to a quarter and rounds it. What was published before is in none of the numbers, and goes with them.
 *
 * @throws RangeError when the tables of a site tell of different numbers of cases
 */
async function count(quarter: Quarter, forgotten: Quarter | undefined) {
  const { waiting, unreadable } = await readWaiting();
  const counted = waiting.filter(({ part }) => part.quarter <= quarter);
  const fresh = counted.map(({ part }) => part).filter((part) => !isReached(forgotten, part.quarter));
  const { sites, categories } = await readFrame();
  return { counted, unreadable, cells: roundRelease(exactTables(fresh, sites, categories)) };
}

/**
 * What is done every night: releases the quarters that are due, in their order, and puts the facts that still wait into
 * a new order. A quarter that was refused waits for somebody to look at it: trying again until the numbers please would
 * make them biased. The next one that is due counts its cases.
 */
export async function releaseDue(
  now: Date,
  gate: typeof checkRelease = checkRelease,
): Promise<NightlyResult[]> {
  try {
    const refused = new Set((await listRefusals()).map(({ quarter }) => quarter));
    const due = (await dueQuarters(now)).filter((quarter) => !refused.has(quarter));
    const last = due.at(-1);
    if (last && due.length > MOST_IN_A_NIGHT) return [{ ok: false, quarter: last, reason: "tooMany" }];
    return await releaseInOrder(due, now, gate);
  } finally {
    await shuffleFacts();
  }
}

async function releaseInOrder(
  due: readonly Quarter[],
  now: Date,
  gate: typeof checkRelease,
): Promise<ReleaseResult[]> {
  const results: ReleaseResult[] = [];
  for (const quarter of due) {
    const result = await releaseQuarter(quarter, now, gate);
    results.push(result);
    // After anything else the quarter is still to come, and would be passed by for good.
    if (!result.ok && result.reason !== "refused") break;
  }
  return results;
}

/** From the one after the last that was published, or else the first of which there is a fact. */
async function dueQuarters(now: Date): Promise<Quarter[]> {
  const { stored, forgotten } = await whatIsOut();
  const last = [stored ?? [], forgotten ?? []].flat().toSorted().at(-1);
  if (last) return quartersBetween(nextQuarter(last), lastDue(now));
  const [first] = (await readWaiting()).waiting.map(({ part }) => part.quarter).toSorted();
  return first ? quartersBetween(first, lastDue(now)) : [];
}
