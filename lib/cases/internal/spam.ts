import type { Desk } from "../../auth/desk";
import { AppError } from "../../errors";
import type { CaseStatus } from "../../vocabulary/types";
import { mayMove } from "../rules";
import type { MarkSpam } from "../schema";
import { changeIfUnmoved, openForChange } from "./change";

export type SpamResult = {
  done: number;
  /** The numbers of those that were not marked; somebody had changed them meanwhile, or they are over. */
  left: number[];
};

/** Marks cases as spam, each by itself: what happened to one of them meanwhile is no reason to leave the others. */
export async function markSpam(desk: Desk, { cases }: MarkSpam, now: Date): Promise<SpamResult> {
  const result: SpamResult = { done: 0, left: [] };
  for (const { caseId, version } of cases) {
    const opened = await openForChange(desk, caseId).catch(missing);
    if (!opened) continue;
    const from = opened.status as CaseStatus;
    if (from === "spam") {
      result.done += 1; // the same form sent twice
      continue;
    }
    const change = { status: "spam", unread: false, waitingSince: null };
    const action = { action: "statusChanged", from, to: "spam" } as const;
    const marked =
      mayMove(from, "spam") && (await changeIfUnmoved(desk, opened, version, change, action, now));
    if (marked) result.done += 1;
    else result.left.push(opened.number);
  }
  return result;
}

/** A case of another site is as missing as one that never was. */
function missing(error: unknown): null {
  if (error instanceof AppError && error.code === "notFound") return null;
  throw error;
}
