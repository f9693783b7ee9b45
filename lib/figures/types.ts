import type { StatisticsTable } from "../statistics/types";

/** A part of a year as people report on it. */
export const YEAR_PARTS = ["year", "H1", "H2", "Q1", "Q2", "Q3", "Q4"] as const;
export type YearPart = (typeof YEAR_PARTS)[number];

export type FigurePeriod = { readonly year: number; readonly part: YearPart };

/** The first and the last day of a period, as `YYYY-MM-DD`. */
export type Days = { readonly from: string; readonly to: string };

/** A number and the same for the year before; null where that was not counted to the end. */
export type Compared = { readonly value: number; readonly before: number | null };

export type CategoryCount = Compared & { readonly category: string };

/** How far the counting came. */
export type Extent = {
  /** Closed cases that were opened to see whether they were closed in the period. */
  readonly opened: number;
  /** Those that came into question. */
  readonly candidates: number;
  /** Those that do not open. */
  readonly unreadable: number;
};

/** What a site sees of itself: exact, for its own work, and never for publication. */
export type OwnFigures = {
  readonly period: FigurePeriod;
  readonly days: Days;
  /** Cases that came in within the period, without spam. */
  readonly arrived: Compared;
  /** Cases that were closed within the period with an outcome. */
  readonly closed: Compared;
  /** At this moment. */
  readonly open: number;
  readonly waiting: number;
  readonly tables: ReadonlyMap<StatisticsTable, readonly CategoryCount[]>;
  readonly extent: Extent;
};
