import { isOpen } from "../cases/rules";
import type { CaseSummary } from "../cases/types";
import type { MergeRefusal } from "./types";

type Side = Pick<CaseSummary, "id" | "status">;

/** Whether one case may go up into another: both are worked on, and they are two. Null when nothing speaks against it. */
export function whyNotMerge(from: Side, into: Side): MergeRefusal | null {
  if (from.id === into.id) return "sameCase";
  return isOpen(from.status) && isOpen(into.status) ? null : "notOpen";
}
