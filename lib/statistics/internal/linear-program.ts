import { setImmediate as others } from "node:timers/promises";
import loadHighs, { type Highs, type Model } from "highs";
import type { Knowledge, Unknown } from "./knowledge";

/** What the solver's arithmetic may be off by. */
const TOLERANCE = 1e-6;

/** Enough to settle nearly everything, as the bench shows; what is left costs two programs each. */
const MIXED_ROUNDS = 12;

/** Random weights only spare work: whatever they leave is settled all the same. */
const WEIGHTS = 1000;

let solver: Promise<Highs> | undefined;

/**
 * How many values each unknown count can have, found by an attacker who solves linear programs over everything that
 * was published about a quarter; none at all when that contradicts itself.
 *
 * A count is settled as soon as solutions were met that are `enough` values apart, or as far as its own bounds allow;
 * otherwise by its exact minimum and maximum. What solutions a program has between two is possible as well, and the corners of this polytope are whole
 * numbers: once the total of a site is bounded by what its tables allow, the rest is a network flow.
 */
export async function possibleValues(knowledge: Knowledge, enough: number): Promise<number[]> {
  solver ??= loadHighs();
  const highs = await solver;
  return highs.withModel(modelOf(knowledge), async (model) => {
    // The simplex method keeps its last corner, and another question often has its answer near that one.
    model.options.set({ output_flag: false, presolve: "off", solver: "simplex", simplex_strategy: 4 });
    const attack = new Attack(highs, model, knowledge.unknowns, enough);
    return (await attack.run()) ? attack.values() : knowledge.unknowns.map(() => 0);
  });
}

function modelOf({ unknowns, sums }: Knowledge) {
  const entries = sums.map(({ whole, parts }) => [whole, ...parts]);
  const starts = [0];
  for (const { length } of entries) starts.push((starts.at(-1) ?? 0) + length);
  const size = { numCols: unknowns.length, numRows: sums.length };
  const values = entries.flatMap((row) => row.map((_, index) => (index === 0 ? -1 : 1)));
  return {
    ...size,
    colCost: new Float64Array(unknowns.length),
    colLower: unknowns.map(({ lower }) => lower),
    colUpper: unknowns.map(({ upper }) => upper),
    rowLower: new Float64Array(sums.length),
    rowUpper: new Float64Array(sums.length),
    matrix: { format: "csr", ...size, starts, indices: entries.flat(), values } as const,
  };
}

class Attack {
  readonly size: number;
  readonly #low: Float64Array;
  readonly #high: Float64Array;

  constructor(
    readonly highs: Highs,
    readonly model: Model,
    readonly unknowns: readonly Unknown[],
    readonly enough: number,
  ) {
    this.size = unknowns.length;
    this.#low = new Float64Array(this.size).fill(Number.POSITIVE_INFINITY);
    this.#high = new Float64Array(this.size).fill(Number.NEGATIVE_INFINITY);
  }

  /** False when nothing fits what was published. */
  async run(): Promise<boolean> {
    if (!(await this.#push(new Float64Array(this.size)))) return false;
    for (let round = 0; round < MIXED_ROUNDS && this.#unsettled().length > 0; round += 1)
      await this.#push(this.#mixedWeights());
    for (const index of this.#unsettled())
      if (!this.#isSettled(index)) await this.#push(new Float64Array(this.size).fill(1, index, index + 1));
    return true;
  }

  values(): number[] {
    return [...this.#high].map((high, index) => this.#wholeNumbersUpTo(high, index));
  }

  /** Minimum and maximum of a weighted sum. What is found for it is a possible truth for all counts. */
  async #push(weights: Float64Array): Promise<boolean> {
    const { modelStatus, objectiveSense } = this.highs.constants;
    this.model.changeColsCost({ kind: "range", from: 0, to: this.size - 1 }, weights);
    for (const sense of [objectiveSense.minimize, objectiveSense.maximize]) {
      this.model.changeObjectiveSense(sense);
      this.model.run();
      if (this.model.getModelStatus() === modelStatus.infeasible) return false;
      if (this.model.getModelStatus() !== modelStatus.optimal)
        throw new Error("the linear program was not solved");
      this.#note(this.model.getSolution().colValue);
      await others();
    }
    return true;
  }

  #note(solution: Float64Array): void {
    for (const [index, value] of solution.entries()) {
      if (value < (this.#low[index] ?? 0)) this.#low[index] = value;
      if (value > (this.#high[index] ?? 0)) this.#high[index] = value;
    }
  }

  #mixedWeights(): Float64Array {
    const weights = new Float64Array(this.size);
    for (const index of this.#unsettled()) weights[index] = Math.ceil((Math.random() - 0.5) * WEIGHTS);
    return weights;
  }

  #unsettled(): number[] {
    return [...this.#low.keys()].filter((index) => !this.#isSettled(index));
  }

  /** Enough values were met, or all that what is published about this very number leaves. */
  #isSettled(index: number): boolean {
    const values = this.#wholeNumbersUpTo(this.#high[index] ?? 0, index);
    const { lower, upper } = this.unknowns[index] ?? { lower: 0, upper: 0 };
    return values >= Math.min(this.enough, upper - lower + 1);
  }

  #wholeNumbersUpTo(high: number, index: number): number {
    return Math.floor(high + TOLERANCE) - Math.ceil((this.#low[index] ?? 0) - TOLERANCE) + 1;
  }
}
