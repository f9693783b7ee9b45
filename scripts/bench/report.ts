import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { arch, cpus, release, totalmem } from "node:os";
import path from "node:path";
import { findChromium } from "../chromium.mjs";
import { type Bound, type Figure, isMet, ratioOf, type Spread, spreadOf } from "./figures";

/** The figures as a table for people; a bound that does not hold is said again below it. */
export function printFigures(figures: readonly Figure[]): void {
  const rows = figures.map((figure) => [
    figure.name,
    withSpread(spreadOf(figure.values), figure.unit),
    figure.limit ? withSpread(spreadOf(figure.limit.values), figure.unit) : (figure.note ?? ""),
    ratioText(ratioOf(figure)),
    figure.bound ? boundText(figure.bound, figure.unit) : "",
    verdict(isMet(figure)),
  ]);
  const head = ["median (min–max)", "ours", "limit program", "ratio", "bound", ""];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  for (const row of [head, ...rows])
    console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd());
  for (const program of new Set(figures.flatMap(({ limit }) => limit?.program ?? [])))
    console.log(`  limit program: ${program}`);
}

/** The last word: which bounds do not hold. */
export function printVerdict(figures: readonly Figure[]): void {
  const missed = figures.filter((figure) => isMet(figure) === false);
  const bounds = figures.filter(({ bound }) => bound).length;
  const summary =
    missed.length > 0 ? `${missed.length} of ${bounds} bounds are NOT met:` : `All ${bounds} bounds are met.`;
  console.log(`\n${summary}`);
  for (const { part, name } of missed) console.log(`  ${part}: ${name}`);
}

/** Writes the figures with everything they depend on. */
export function writeFigures(file: string, rounds: number, figures: readonly Figure[]): void {
  const lines = figures.map((figure) => ({ ...figure, ratio: ratioOf(figure), met: isMet(figure) }));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(
    file,
    `${JSON.stringify({ measured: new Date(), rounds, machine: machine(), figures: lines }, null, 2)}\n`,
  );
}

/** What the figures were measured on. */
export function machine(): Record<string, string> {
  const [first] = cpus();
  return {
    processor: `${cpus().length} × ${first?.model ?? "unknown"}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    system: `${process.platform} ${release()} ${arch()}`,
    node: process.version,
    chromium: chromiumVersion(),
  };
}

function chromiumVersion(): string {
  try {
    return execFileSync(findChromium() ?? "", ["--version"], { encoding: "utf8" }).trim();
  } catch {
    return "none";
  }
}

const withSpread = ({ median, min, max }: Spread, unit: string): string =>
  min === max
    ? [number(median), unit].join(" ").trim()
    : `${[number(median), unit].join(" ").trim()} (${number(min)}–${number(max)})`;

const ratioText = (ratio: Spread | undefined): string =>
  ratio ? `${ratio.median.toFixed(2)} (${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)})` : "";

const boundText = ({ kind, atMost }: Bound, unit: string): string =>
  kind === "ratio" ? `≤ ${atMost} ×` : `≤ ${[atMost, unit].join(" ").trim()}`;

const verdict = (met: boolean | undefined): string => (met === undefined ? "" : met ? "met" : "NOT MET");

const number = (value: number): string =>
  Number.isInteger(value) || value >= 100 ? value.toFixed(0) : value.toFixed(1);
