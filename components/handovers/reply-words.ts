import type { StaffWords } from "@/components/staff/wording";
import { REPLIES } from "@/lib/handovers/types";

/** Why another site refused, in words. */
export const replyWords = (t: StaffWords, reply: string): string =>
  t(`handovers.reasons.${REPLIES.find((known) => known === reply) ?? "other"}`);
