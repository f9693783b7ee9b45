import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Figure, isMet, ratioOf } from "./figures";
import { machine } from "./machine";
import { HEAD, programsOf, rowsOf } from "./table";

/** The figures as a table for people. */
export function printFigures(figures: readonly Figure[]): void {
  const rows = [HEAD, ...rowsOf(figures)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows)
    console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd());
  for (const program of programsOf(figures)) console.log(`  limit program: ${program}`);
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
  const report = { measured: new Date(), rounds, machine, figures: lines };
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}
