import { randomUUID } from "node:crypto";
import type { NetworkDesk } from "../../auth/desk";
import { isUniqueViolation } from "../../db/errors";
import type { NetworkAction } from "../types";

/** The part of a transaction of the network desk that a command may add to. */
export type NetworkTx = Parameters<Parameters<NetworkDesk["db"]["$transaction"]>[0]>[0];

/**
 * Changes something of the network together with its entry in the history, in one transaction.
 *
 * @param work says whether it found things as they were expected; if not, nothing is done
 */
export function changeNetwork(
  desk: NetworkDesk,
  action: NetworkAction,
  now: Date,
  work: (tx: NetworkTx) => Promise<boolean>,
): Promise<boolean> {
  return desk.db.$transaction(async (tx) => {
    if (!(await work(tx))) return false;
    // A round trip through JSON: what is undefined has no place in the database.
    const detail = JSON.parse(JSON.stringify(action));
    await tx.networkEvent.createMany({
      data: [{ id: randomUUID(), at: now, accountId: desk.account, detail }],
    });
    return true;
  });
}

/** Adds something that has a name of its own. @returns false when somebody has taken the name */
export async function addToNetwork(
  desk: NetworkDesk,
  action: NetworkAction,
  now: Date,
  add: (tx: NetworkTx) => Promise<unknown>,
): Promise<boolean> {
  try {
    return await changeNetwork(desk, action, now, async (tx) => {
      await add(tx);
      return true;
    });
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}
