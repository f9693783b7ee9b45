import { Bar } from "@visx/shape";

/** How long a number is in a drawing that is 100 wide. */
export type Length = (value: number) => number;

type BarLineProps = { length: Length; value: number; before: number | null };

/**
 * A number as a bar, with a thin one for the year before below it. It stretches with its cell, and the words beside
 * it say the same: a screen reader has no use for it.
 */
export function BarLine({ length, value, before }: BarLineProps) {
  return (
    <svg className="stat-bar" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
      <Bar className="stat-now" width={length(value)} height={before === null ? 20 : 14} />
      {before !== null && <Bar className="stat-before" y={15} width={length(before)} height={5} />}
    </svg>
  );
}
