import { BASE } from "./internal/controlled";
import { type Knowledge, knowledgeOf } from "./internal/knowledge";
import { possibleValues } from "./internal/linear-program";
import { witnessedValues } from "./internal/witness";
import type { ReleasedCell, StatisticsTable } from "./types";

/** Whether a release may be stored; if not, in which table numbers are too narrow, how many, and the narrowest. */
export type GateVerdict =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly table: StatisticsTable;
      readonly cells: number;
      readonly narrowest: number;
    };

/** The fewest values that every count must still be able to have for somebody who sees all that is published. */
const FEWEST_VALUES = 5;

/** The largest number of counts, totals included, for which linear programs are solved. */
export const LARGEST_PROGRAM = 12_000;

/**
 * Attacks a release before it is stored: for every cell and every total, how many values can the true count have, given
 * everything that was ever published?
 *
 * A case counts in one quarter only, so numbers of other quarters say nothing about its cases, and the question falls
 * apart by quarter. That no case is in two is not for the gate to see: `releaseQuarter` and the database make sure of it.
 *
 * Up to `LARGEST_PROGRAM` counts an attacker with linear programs is played; for more, an example for each
 * count shows that five values are possible. docs/statistics.md says why, and what each costs.
 */
export async function checkRelease(cells: readonly ReleasedCell[]): Promise<GateVerdict> {
  const quarters = [...new Set(cells.map(({ quarter }) => quarter))];
  for (const quarter of quarters) {
    const knowledge = knowledgeOf([cells.filter((cell) => cell.quarter === quarter)]);
    const verdict = judge(knowledge, await valuesOf(knowledge));
    if (!verdict.ok) return verdict;
  }
  return { ok: true };
}

async function valuesOf(knowledge: Knowledge): Promise<number[]> {
  const affordable = knowledge.unknowns.length <= LARGEST_PROGRAM;
  const values = affordable ? await possibleValues(knowledge, FEWEST_VALUES) : witnessedValues(knowledge);
  // A number that was not rounded tells itself.
  return values.map((count, index) => (isRounded(knowledge.unknowns[index]?.published ?? 0) ? count : 1));
}

const isRounded = (value: number): boolean => value >= 0 && value % BASE === 0;

function judge({ unknowns }: Knowledge, values: readonly number[]): GateVerdict {
  const narrowest = values.reduce((least, count) => Math.min(least, count), FEWEST_VALUES);
  const table = unknowns[values.indexOf(narrowest)]?.table;
  if (narrowest >= FEWEST_VALUES || !table) return { ok: true };
  const cells = values.filter(
    (count, index) => count < FEWEST_VALUES && unknowns[index]?.table === table,
  ).length;
  return { ok: false, table, cells, narrowest };
}
