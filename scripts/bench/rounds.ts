/** Programs that are compared, by name. */
export type Programs<T> = Readonly<Record<string, () => Promise<T>>>;

/**
 * Runs the programs one after the other, round by round, so that what else the machine does reaches all of them
 * alike; every other round backwards, so that none always runs after the same one.
 *
 * @param warmUp how many rounds come first and are not counted: a server's code is compiled while it runs
 */
export async function interleave<T>(
  rounds: number,
  programs: Programs<T>,
  warmUp = 1,
): Promise<(name: string) => T[]> {
  const order = Object.entries(programs);
  const results = new Map<string, T[]>(order.map(([name]) => [name, []]));
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const [name, run] of round % 2 ? order.toReversed() : order) {
      const result = await run();
      if (round >= warmUp) results.get(name)?.push(result);
    }
  }
  return (name) => results.get(name) ?? [];
}
