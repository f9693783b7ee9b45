import type { scaleBand, scaleLinear } from "@visx/scale";
import { Bar } from "@visx/shape";
import type { Quarter, QuarterSum } from "@/lib/statistics/types";
import { saySum } from "./reader";

type ColumnProps = {
  x: ReturnType<typeof scaleBand<Quarter>>;
  y: ReturnType<typeof scaleLinear<number>>;
  rtl: boolean;
  /** Whether there is room for its number above it. */
  numbered: boolean;
  locale: string;
  sum: QuarterSum;
};

/** A quarter, with the same one of the year before on the side where reading begins: earlier comes first. */
export function Column({ x, y, rtl, numbered, locale, sum }: ColumnProps) {
  const left = x(sum.quarter) ?? 0;
  const whole = x.bandwidth();
  const own = sum.before === null ? whole : whole * 0.62;
  const at = rtl || sum.before === null ? left : left + whole - own;
  const floor = y(0);
  return (
    <g>
      {sum.before !== null && (
        <Bar
          className="stat-before"
          x={rtl ? left + own : left}
          y={y(sum.before)}
          width={whole - own}
          height={floor - y(sum.before)}
          fill="url(#stat-hatch)"
        />
      )}
      <Bar className="stat-now" x={at} y={y(sum.value)} width={own} height={floor - y(sum.value)} />
      {numbered && (
        <text className="stat-value" x={at + own / 2} y={y(sum.value) - 6} textAnchor="middle">
          {saySum(locale, sum)}
        </text>
      )}
    </g>
  );
}
