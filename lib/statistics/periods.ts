import type { Quarter } from "./types";

/** The year and the number of a quarter. */
export const partsOf = (quarter: Quarter): { year: number; number: number } => ({
  year: Number(quarter.slice(0, 4)),
  number: Number(quarter.slice(6)),
});

/** So many quarters later, or earlier. */
export function shifted(quarter: Quarter, by: number): Quarter {
  const { year, number } = partsOf(quarter);
  const index = year * 4 + (number - 1) + by;
  return `${Math.floor(index / 4)}-Q${((index % 4) + 1) as 1 | 2 | 3 | 4}`;
}

/** All quarters from one to another, both included. Written as they are, they sort by time. */
export function quartersBetween(from: Quarter, to: Quarter): Quarter[] {
  const quarters: Quarter[] = [];
  for (let quarter = from; quarter <= to; quarter = shifted(quarter, 1)) quarters.push(quarter);
  return quarters;
}

export type Period = { readonly from: Quarter; readonly to: Quarter };

/** A year as `2025`, or a half of one as `2025-1`. */
export function periodOf(name: string): Period | null {
  const [, year, half] = /^(20\d\d)(?:-([12]))?$/.exec(name) ?? [];
  if (!year) return null;
  const at = Number(year);
  if (half === "1") return { from: `${at}-Q1`, to: `${at}-Q2` };
  if (half === "2") return { from: `${at}-Q3`, to: `${at}-Q4` };
  return { from: `${at}-Q1`, to: `${at}-Q4` };
}

/** The years and half-years in which a quarter was released, the latest first: as names that `periodOf` reads. */
export function periodNames(quarters: readonly Quarter[]): string[] {
  const names = quarters.flatMap((quarter) => {
    const { year, number } = partsOf(quarter);
    return [`${year}`, `${year}-${number <= 2 ? 1 : 2}`];
  });
  return [...new Set(names)].toSorted((a, b) => rank(b) - rank(a));
}

/** A year stands before its halves. */
const rank = (name: string): number => Number(name.slice(0, 4)) * 10 + (Number(name.slice(5)) || 3);
