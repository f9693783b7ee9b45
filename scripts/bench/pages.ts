import type { Application } from "./application";
import type { Figure } from "./figures";
import { measureGiving } from "./pages/giving";
import { measureReading } from "./pages/reading";

/** The pages anybody may open: what a reader waits for, and what giving them costs. */
export const measurePages = async (app: Application, rounds: number): Promise<Figure[]> => [
  ...(await measureReading(app, rounds)),
  ...(await measureGiving(app, rounds)),
];
