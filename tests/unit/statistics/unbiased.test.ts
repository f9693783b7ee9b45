import { describe, expect, it } from "vitest";
import type { RandomSource } from "../../../lib/statistics/internal/random";
import { type RoundedCell, roundRelease } from "../../../lib/statistics/rounding";
import { seeded } from "../../../scripts/statistics/seeded";
import { cellsOf, numbersOf, tableOf } from "./given";

const RUNS = 3_000;
const SEED = 1987;

const TABLES = [
  tableOf("ground", { a: [1, 2, 3, 4], b: [0, 7, 11, 1], c: [5, 3, 0, 0], d: [13, 4, 2, 8] }),
  tableOf("form", { a: [6, 2, 2], b: [1, 1, 17], c: [0, 8, 0], d: [9, 9, 9] }),
  tableOf("grounds", { "": [41, 19, 4] }),
];

/** For each number how many standard errors its mean over all runs is away from the exact one. */
function deviations(round: () => RoundedCell[]): Map<string, number> {
  const exact = numbersOf(cellsOf(TABLES));
  const errors = new Map([...exact.keys()].map((name) => [name, [] as number[]]));
  for (let run = 0; run < RUNS; run += 1)
    for (const [name, value] of numbersOf(round())) errors.get(name)?.push(value - (exact.get(name) ?? 0));
  return new Map([...errors].map(([name, own]) => [name, standardErrors(own)]));
}

function standardErrors(errors: readonly number[]): number {
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  const variance = errors.reduce((sum, error) => sum + (error - mean) ** 2, 0) / (errors.length - 1);
  return variance === 0
    ? Math.abs(mean) * Number.MAX_SAFE_INTEGER
    : Math.abs(mean) / Math.sqrt(variance / errors.length);
}

const furthest = (round: () => RoundedCell[]): number => Math.max(...deviations(round).values());

describe("over 3,000 roundings of the same tables", () => {
  it("the mean of every cell and total is within three standard errors of the exact number", () => {
    const random = seeded(SEED);
    for (const [name, distance] of deviations(() => roundRelease(TABLES, random)))
      expect(distance, name).toBeLessThanOrEqual(3);
  });

  it("would be further away with a source that prefers small numbers", () => {
    const random = seeded(SEED);
    const biased: RandomSource = (below) => Math.floor((random(1000) / 1000) ** 1.5 * below);
    expect(furthest(() => roundRelease(TABLES, biased))).toBeGreaterThan(3);
  });

  it("would be further away if one rounded twice and took what looks better", () => {
    const random = seeded(SEED);
    const zeros = (cells: RoundedCell[]) => cells.filter(({ value }) => value === 0).length;
    const nicer = () => {
      const [one, other] = [roundRelease(TABLES, random), roundRelease(TABLES, random)];
      return zeros(one) < zeros(other) ? one : other;
    };
    expect(furthest(nicer)).toBeGreaterThan(3);
  });
});
