import { AxisBottom, AxisLeft, AxisRight, type TickRendererProps } from "@visx/axis";
import { Group } from "@visx/group";
import { scaleBand, scaleLinear } from "@visx/scale";
import { Line } from "@visx/shape";
import type { Quarter, QuarterSum } from "@/lib/statistics/types";
import { Column } from "./column";
import { type NetworkReader, sayNumber, sayQuarterShort } from "./reader";

type CourseChartProps = {
  reader: NetworkReader;
  rtl: boolean;
  course: readonly QuarterSum[];
  width: number;
  label: string;
};

const HEIGHT = 210;
const TOP = 22;
const BOTTOM = 40;
const SIDE = 44;
/** Narrower columns have no room for their numbers or the names of their quarters. */
const ROOM_FOR_NUMBER = 34;
const ROOM_FOR_NAME = 22;
/** So few columns would be blocks if they filled the width. */
const FEW = 6;

/** Columns for quarters, in the direction of reading, each with the year before behind it. */
export function CourseChart({ reader, rtl, course, width, label }: CourseChartProps) {
  const most = Math.max(5, ...course.flatMap(({ value, before }) => [value, before ?? 0]));
  const quarters = course.map(({ quarter }) => quarter);
  const wide = (width - SIDE) / Math.max(1, quarters.length) >= ROOM_FOR_NUMBER;
  const start = wide ? 0 : SIDE;
  const x = scaleBand<Quarter>({
    domain: rtl ? quarters.toReversed() : quarters,
    range: rtl ? [0, width - start] : [start, width],
    paddingInner: quarters.length > FEW ? 0.28 : 0.5,
    paddingOuter: quarters.length > FEW ? 0.14 : 0.25,
  });
  const y = scaleLinear<number>({ domain: [0, most], range: [HEIGHT - BOTTOM, TOP], nice: true });
  const scales = { x, y, rtl, numbered: wide, width };
  return (
    <svg className="stat-course" viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
      {!wide && <Steps {...scales} locale={reader.locale} />}
      {course.map((sum) => (
        <Column key={sum.quarter} {...scales} locale={reader.locale} sum={sum} />
      ))}
      <AxisBottom
        scale={x}
        top={HEIGHT - BOTTOM}
        hideTicks
        axisLineClassName="stat-axis"
        tickComponent={({ x: at, formattedValue }) => (
          <QuarterTick
            reader={reader}
            at={at}
            quarter={formattedValue as Quarter}
            first={formattedValue === quarters[0]}
            named={x.bandwidth() >= ROOM_FOR_NAME}
          />
        )}
        tickValues={quarters}
      />
    </svg>
  );
}

type StepsProps = {
  y: ReturnType<typeof scaleLinear<number>>;
  rtl: boolean;
  width: number;
  locale: string;
};

/** Where the columns are too narrow for numbers of their own, lines say how high they are. */
function Steps({ y, rtl, width, locale }: StepsProps) {
  const Axis = rtl ? AxisRight : AxisLeft;
  const ticks = y.ticks(4);
  return (
    <Group className="stat-steps">
      {ticks.map((tick) => (
        <Line key={tick} from={{ x: 0, y: y(tick) }} to={{ x: width, y: y(tick) }} />
      ))}
      <Axis
        scale={y}
        left={rtl ? width - SIDE : SIDE}
        hideAxisLine
        hideTicks
        tickValues={ticks}
        tickComponent={({ x: at, y: height, formattedValue }: TickRendererProps) => (
          <text x={at} y={height} dy="-0.35em" textAnchor="end">
            {sayNumber(locale, Number(formattedValue?.replaceAll(",", "")))}
          </text>
        )}
      />
    </Group>
  );
}

type QuarterTickProps = {
  reader: NetworkReader;
  at: number;
  quarter: Quarter;
  first: boolean;
  named: boolean;
};

/** The year stands once, where it begins. */
function QuarterTick({ reader, at, quarter, first, named }: QuarterTickProps) {
  const begins = first || quarter.endsWith("Q1");
  return (
    <text className="stat-tick" textAnchor="middle">
      {named && (
        <tspan x={at} y={18}>
          {sayQuarterShort(reader, quarter)}
        </tspan>
      )}
      {begins && (
        <tspan className="stat-year" x={at} y={named ? 35 : 20}>
          {quarter.slice(0, 4)}
        </tspan>
      )}
    </text>
  );
}
