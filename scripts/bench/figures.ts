/** The parts of the bench, in the order in which they run. */
export const PARTS = [
  "pages",
  "finder",
  "hand-in",
  "mailbox",
  "cases",
  "case",
  "search",
  "partners",
  "statistics",
  "network",
  "start",
] as const;
export type Part = (typeof PARTS)[number];

export type Unit = "ms" | "s" | "KB" | "MB" | "1/s" | "";

/** What must hold: of the median itself, or of the median of the rounds' ratios to the limit program. */
export type Bound = {
  readonly kind: "value" | "ratio";
  readonly atMost: number;
  /** What would be better still; nothing is missed without it. */
  readonly aim?: number;
};

/** One line of the table: a value for each round, beside those of the limit program of the same rounds. */
export type Figure = {
  readonly part: Part;
  readonly name: string;
  readonly unit: Unit;
  readonly values: readonly number[];
  readonly limit?: { readonly program: string; readonly values: readonly number[] };
  readonly bound?: Bound;
  /** How it came about, where there is no limit program to show beside it. */
  readonly note?: string;
};

export type Spread = { readonly median: number; readonly min: number; readonly max: number };

export function spreadOf(values: readonly number[]): Spread {
  return { median: quantile(values, 0.5), min: Math.min(...values), max: Math.max(...values) };
}

/** The value below which this share of the values lies, between neighbours by their distance. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low = Number.NaN, high = low] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place % 1);
}

/**
 * How many times its limit a figure is. Round by round, because both were measured one after the other then:
 * what else the machine did hardly differs between them.
 */
export function ratioOf({ values, limit }: Figure): Spread | undefined {
  return limit && spreadOf(values.map((value, round) => value / (limit.values[round] ?? Number.NaN)));
}

/** Whether the bound holds; undefined for a figure without one. */
export function isMet(figure: Figure): boolean | undefined {
  if (!figure.bound) return undefined;
  const { median } =
    figure.bound.kind === "ratio" ? (ratioOf(figure) ?? { median: Number.NaN }) : spreadOf(figure.values);
  return median <= figure.bound.atMost;
}
