/** Programs that are compared, by name. */
export type Programs<T> = Readonly<Record<string, () => Promise<T>>>;

/**
 * Runs the programs one after the other, round by round, so that what else the machine does reaches all of them
 * alike; every other round backwards, so that none always runs after the same one. A first round warms up and
 * is not counted.
 */
export async function interleave<T>(rounds: number, programs: Programs<T>): Promise<(name: string) => T[]> {
  const order = Object.entries(programs);
  const results = new Map<string, T[]>(order.map(([name]) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, run] of round % 2 ? order.toReversed() : order) {
      const result = await run();
      if (round > 0) results.get(name)?.push(result);
    }
  }
  return (name) => results.get(name) ?? [];
}
