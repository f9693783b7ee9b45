import { type Bound, type Figure, isMet, ratioOf, type Spread, spreadOf } from "./figures";

export const HEAD = ["median (min–max)", "ours", "limit program", "ratio", "bound", ""];

/** The figures as the cells of a table. */
export const rowsOf = (figures: readonly Figure[]): string[][] =>
  figures.map((figure) => [
    figure.name,
    withSpread(spreadOf(figure.values), figure.unit),
    figure.limit ? withSpread(spreadOf(figure.limit.values), figure.unit) : (figure.note ?? ""),
    ratioText(ratioOf(figure)),
    figure.bound ? boundText(figure.bound, figure.unit) : "",
    verdict(isMet(figure)),
  ]);

/** The limit programs that figures stand beside. */
export const programsOf = (figures: readonly Figure[]): string[] => [
  ...new Set(figures.flatMap(({ limit }) => limit?.program ?? [])),
];

const withUnit = (value: string, unit: string): string => (unit ? `${value} ${unit}` : value);

function withSpread({ median, min, max }: Spread, unit: string): string {
  const middle = withUnit(rounded(median), unit);
  return min === max ? middle : `${middle} (${rounded(min)}–${rounded(max)})`;
}

const ratioText = (ratio: Spread | undefined): string =>
  ratio ? `${ratio.median.toFixed(2)} (${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)})` : "";

const boundText = ({ kind, atMost, aim }: Bound, unit: string): string =>
  `≤ ${kind === "ratio" ? `${atMost} ×` : withUnit(String(atMost), unit)}${aim === undefined ? "" : ` (aim: ${aim})`}`;

const verdict = (met: boolean | undefined): string => (met === undefined ? "" : met ? "met" : "NOT MET");

/** Two digits of what is less than one, so that a bound of zero is seen to be missed. */
const rounded = (value: number): string =>
  value < 1
    ? String(Number(value.toPrecision(2)))
    : value.toFixed(Number.isInteger(value) || value >= 100 ? 0 : 1);
