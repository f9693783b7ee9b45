import type { Desk } from "../auth/desk";
import { OPEN_STATUSES } from "../cases/rules";
import { type ParentOf, parentsIn } from "../statistics/rules";
import type { Fact } from "../statistics/types";
import { listVocabulary } from "../vocabulary/queries";
import { AT_ONCE, candidates, openClosed, someClosed } from "./internal/closed";
import { countTables, daysOf, isWithin, yearBefore } from "./rules";
import type { Days, Extent, FigurePeriod, OwnFigures } from "./types";

/** One period opens no more cases and takes no longer than this, and the year before the same again. */
export const MOST_CASES = 2_000;
const MOST_MS = 4_000;

/**
 * What a site sees of itself in a period, beside the year before. Counted anew each time by opening the site's own
 * cases within the request; nothing of it is stored or leaves the desk. Nobody reads a case for it, so no history says
 * that somebody did.
 *
 * @param clock in milliseconds, only goes on
 */
export async function readFigures(
  desk: Desk,
  period: FigurePeriod,
  clock: () => number = () => performance.now(),
): Promise<OwnFigures> {
  const [days, past] = [daysOf(period), daysOf(yearBefore(period))];
  const [arrived, arrivedBefore, open, waiting, vocabulary] = await Promise.all([
    countArrived(desk, days),
    countArrived(desk, past),
    desk.db.caseFile.count({ where: IS_OPEN }),
    desk.db.caseFile.count({ where: { ...IS_OPEN, waitingSince: { not: null } } }),
    listVocabulary(desk.db),
  ]);
  const parentOf = parentsIn(vocabulary);
  const now = await countClosed(desk, days, parentOf, clock);
  const before = await countClosed(desk, past, parentOf, clock);
  const factsBefore = isWhole(now.extent) && isWhole(before.extent) ? before.facts : null;
  return {
    ...{ period, days, open, waiting },
    arrived: { value: arrived, before: arrivedBefore },
    closed: { value: now.facts.length, before: factsBefore?.length ?? null },
    tables: countTables(now.facts, factsBefore),
    extent: now.extent,
  };
}

const IS_OPEN = { status: { in: [...OPEN_STATUSES] as string[] } };

/** From columns in the clear. */
const countArrived = (desk: Desk, { from, to }: Days): Promise<number> =>
  desk.db.caseFile.count({
    where: { status: { not: "spam" }, createdOn: { gte: new Date(from), lte: new Date(to) } },
  });

type Counted = { facts: Fact[]; extent: Extent };

const isWhole = ({ opened, candidates: all, unreadable }: Extent): boolean =>
  opened >= all && unreadable === 0;

async function countClosed(
  desk: Desk,
  days: Days,
  parentOf: ParentOf,
  clock: () => number,
): Promise<Counted> {
  const [began, facts] = [clock(), [] as Fact[]];
  const all = await desk.db.caseFile.count({ where: candidates(days) });
  let [opened, unreadable, below, more] = [0, 0, null as number | null, all > 0];
  while (more && opened < MOST_CASES && clock() - began < MOST_MS) {
    const rows = await someClosed(desk, days, below);
    const found = await Promise.all(rows.map((row) => openClosed(desk, row, parentOf)));
    for (const closed of found) {
      if (closed === "unreadable") unreadable += 1;
      else if (closed && isWithin(days, closed.day)) facts.push(closed.fact);
    }
    opened += rows.length;
    below = rows.at(-1)?.number ?? below;
    more = rows.length === AT_ONCE;
  }
  return { facts, extent: { opened, candidates: Math.max(all, opened), unreadable } };
}
