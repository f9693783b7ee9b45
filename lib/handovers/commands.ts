import type { Desk } from "../auth/desk";
import { accept, decline } from "./internal/answer";
import { seal } from "./internal/seal";
import type { AcceptHandover, DeclineHandover } from "./schema";
import type { HandoverResult, SealedHandover } from "./types";

/** Seals what was agreed on to another site; null when it cannot be written to. */
export const sealHandover = (told: Parameters<typeof seal>[0]): Promise<SealedHandover | null> => seal(told);

/** Takes over what another site offers: from then on it is a case of this one, and of no other. */
export const acceptHandover = (desk: Desk, input: AcceptHandover, now: Date): Promise<HandoverResult> =>
  accept(desk, input, now);

/** Declines what another site offers. No copy remains. */
export const declineHandover = (
  desk: Desk,
  { handoverId, reply }: DeclineHandover,
  now: Date,
): Promise<HandoverResult> => decline(desk, handoverId, reply, now);
