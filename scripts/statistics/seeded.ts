import type { RandomSource } from "../../lib/statistics/internal/random";

/**
 * A source of random numbers that gives the same ones for the same seed (mulberry32), so that figures and tests can
 * be repeated. The product never uses one: who can guess the numbers can undo the rounding.
 */
export function seeded(seed: number): RandomSource {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
