import { z } from "zod";
import { REPLIES } from "./types";

export const acceptHandoverSchema = z.object({ handoverId: z.uuid() });
export type AcceptHandover = z.infer<typeof acceptHandoverSchema>;

export const declineHandoverSchema = z.object({ handoverId: z.uuid(), reply: z.enum(REPLIES) });
export type DeclineHandover = z.infer<typeof declineHandoverSchema>;
