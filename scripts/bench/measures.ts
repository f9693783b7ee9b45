import type { Application } from "./application";
import { measureCases } from "./cases";
import type { Figure, Part } from "./figures";
import { measureFinder } from "./finder";
import { measureHandIn } from "./hand-in";
import { measureMailbox } from "./mailbox";
import { measurePages } from "./pages";
import { measureStart } from "./start";

/** How each part is measured. */
export const MEASURES: Readonly<Record<Part, (app: Application, rounds: number) => Promise<Figure[]>>> = {
  pages: measurePages,
  finder: measureFinder,
  "hand-in": measureHandIn,
  mailbox: measureMailbox,
  cases: measureCases,
  start: measureStart,
};
