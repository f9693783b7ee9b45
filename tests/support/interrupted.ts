import type { Desk } from "../../lib/auth/desk";

class Interruption extends Error {}

/**
 * Does something at a desk whose process dies before its n-th step with the database: nothing it wants to do from
 * there on happens, and a transaction that is under way is rolled back by the database.
 *
 * @returns finished when there was no n-th step
 */
export async function interruptedAt<D extends Desk>(
  desk: D,
  step: number,
  work: (desk: D) => Promise<unknown>,
): Promise<"finished" | "interrupted"> {
  let steps = 0;
  const countStep = () => {
    if (steps >= step) throw new Interruption();
    steps += 1;
  };
  try {
    await work({ ...desk, db: watched(desk.db, countStep) });
    return "finished";
  } catch (error) {
    if (error instanceof Interruption) return "interrupted";
    throw error;
  }
}

/** The client, its models and the clients of its transactions, each of whose calls counts as a step. */
function watched<T extends object>(target: T, countStep: () => void): T {
  return new Proxy(target, {
    get(object, name) {
      const value = Reflect.get(object, name, object) as unknown;
      if (name === "$transaction") {
        return async (body: (tx: object) => Promise<unknown>) => {
          countStep();
          const run = value as (inner: (tx: object) => Promise<unknown>) => Promise<unknown>;
          return run.call(object, async (tx) => {
            const result = await body(watched(tx, countStep));
            countStep(); // the commit
            return result;
          });
        };
      }
      if (typeof value === "function") {
        return (...args: unknown[]) => {
          countStep();
          return (value as (...args: unknown[]) => unknown).apply(object, args);
        };
      }
      return typeof value === "object" && value !== null ? watched(value, countStep) : value;
    },
  });
}
