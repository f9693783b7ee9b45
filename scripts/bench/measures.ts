import type { Application } from "./application";
import { measureContact } from "./contact";
import type { Figure, Part } from "./figures";
import { measureHandIn } from "./hand-in";
import { measureMailbox } from "./mailbox";

/** How each part is measured. */
export const MEASURES: Readonly<Record<Part, (app: Application, rounds: number) => Promise<Figure[]>>> = {
  contact: measureContact,
  "hand-in": measureHandIn,
  mailbox: measureMailbox,
  cases: async () => [],
  start: async () => [],
};
