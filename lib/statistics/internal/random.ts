import { randomInt } from "node:crypto";

/**
 * Whole numbers from 0 up to, but not including, a bound, each as likely as the others. Tests pass one with a seed;
 * the product knows only `systemRandom`.
 */
export type RandomSource = (below: number) => number;

/** The system's generator. A guessable one would let anybody undo the rounding. */
export const systemRandom: RandomSource = (below) => randomInt(below);
