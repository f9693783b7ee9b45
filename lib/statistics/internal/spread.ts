import { BASE, remainderOf, sum } from "./controlled";
import type { RandomSource } from "./random";

/**
 * Moves a row of counts to the total that is published for it, whole case by whole case. Every count stays between the
 * multiples of 5 it is between, and a multiple of 5 stays what it is.
 *
 * Let p be what the true total is above a multiple of 5: it went up with probability p / 5, then by 5 − p; otherwise
 * down by p. A cell with remainder a gets a part of that in proportion to the smaller of a (5 − p) and (5 − a) p. These sum
 * up to p (5 − p) at least, so no part is larger than the room of its cell. Up and down balance out, so that the
 * expectation of each count is the count itself. Parts are made whole by systematic sampling, which keeps their
 * expectation, too.
 */
export function spreadDifference(
  counts: readonly number[],
  difference: number,
  random: RandomSource,
): number[] {
  if (difference === 0) return [...counts];
  const above = remainderOf(sum(counts));
  const sizes = counts.map(remainderOf).map((own) => Math.min(own * (BASE - above), (BASE - own) * above));
  const parts = sample(sizes, Math.abs(difference), random);
  return counts.map((count, cell) => count + Math.sign(difference) * (parts[cell] ?? 0));
}

/**
 * How often each of the sizes is hit by so many hits in equal distances from a start at random: whole numbers, in
 * expectation proportional to the sizes.
 */
function sample(sizes: readonly number[], hits: number, random: RandomSource): number[] {
  const distance = sum(sizes);
  let passed = random(distance);
  return sizes.map((size) => {
    const before = Math.floor(passed / distance);
    passed += size * hits;
    return Math.floor(passed / distance) - before;
  });
}
