import { openBrowser } from "../browser";
import type { Application } from "../application";
import type { Figure } from "../figures";
import { interleave } from "../rounds";
import { bareOf, type Document, documentAt, servePages } from "./bare-page";
import { addressOf, LOCALES, type MeasuredPage, PAGES } from "./list";
import { figuresOfLine, figuresOfSize, type Shown } from "./reading-figures";
import { type Visit, visit } from "./visit";
import { weighLinks, weighScripts } from "./weight";

/** A slow line, and one that lets wait for each answer; the latter for two rounds, because they take minutes. */
const LINES = [
  { latency: 400, most: Number.POSITIVE_INFINITY, warmUp: 1 },
  { latency: 2_000, most: 2, warmUp: 0 },
] as const;
