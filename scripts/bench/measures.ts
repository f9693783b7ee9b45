import type { Application } from "./application";
import { measureCases } from "./cases";
import { measureContact } from "./contact";
import type { Figure, Part } from "./figures";
import { measureHandIn } from "./hand-in";
import { measureMailbox } from "./mailbox";
import { measureStart } from "./start";

/** How each part is measured. */
export const MEASURES: Readonly<Record<Part, (app: Application, rounds: number) => Promise<Figure[]>>> = {
  contact: measureContact,
  "hand-in": measureHandIn,
  mailbox: measureMailbox,
  cases: measureCases,
  start: measureStart,
};
