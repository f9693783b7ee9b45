import type { Desk } from "../../auth/desk";
import type { ListName } from "../../vocabulary/types";

/** Whether all of these are values of their lists, those no longer offered included. */
export async function areKnown(desk: Desk, named: Partial<Record<ListName, string[]>>): Promise<boolean> {
  const pairs = Object.entries(named).flatMap(([list, codes]) =>
    [...new Set(codes)].map((code) => ({ list, code })),
  );
  if (pairs.length === 0) return true;
  return (await desk.db.vocabularyValue.count({ where: { OR: pairs } })) === pairs.length;
}
