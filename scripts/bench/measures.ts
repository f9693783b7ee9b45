import type { Application } from "./application";
import { measureCase } from "./case";
import { measureCases } from "./cases";
import type { Figure, Part } from "./figures";
import { measureFinder } from "./finder";
import { measureHandIn } from "./hand-in";
import { measureMailbox } from "./mailbox";
import { measureNetwork } from "./network";
import { measurePages } from "./pages";
import { measurePartners } from "./partners";
import { measureSearch } from "./search";
import { measureStart } from "./start";
import { measureStatistics } from "./statistics";

/** How each part is measured. */
export const MEASURES: Readonly<Record<Part, (app: Application, rounds: number) => Promise<Figure[]>>> = {
  pages: measurePages,
  finder: measureFinder,
  "hand-in": measureHandIn,
  mailbox: measureMailbox,
  cases: measureCases,
  case: measureCase,
  search: measureSearch,
  partners: measurePartners,
  statistics: measureStatistics,
  network: measureNetwork,
  start: measureStart,
};
