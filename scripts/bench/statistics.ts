import { spawnSync } from "node:child_process";
import { LARGEST_PROGRAM } from "../../lib/statistics/gate";
import { type Knowledge, knowledgeOf } from "../../lib/statistics/internal/knowledge";
import { possibleValues } from "../../lib/statistics/internal/linear-program";
import { systemRandom } from "../../lib/statistics/internal/random";
import { witnessedValues } from "../../lib/statistics/internal/witness";
import { roundRelease } from "../../lib/statistics/rounding";
import { exactTables, partsOfFact } from "../../lib/statistics/tables";
import type { ExactTable } from "../../lib/statistics/types";
import { MADE_UP_CATEGORIES, madeUpFacts, networkOf } from "../statistics/made-up";
import { METHODS } from "../statistics/methods";
import { seeded } from "../statistics/seeded";
import type { Application } from "./application";
import type { Figure } from "./figures";
import { interleave } from "./rounds";

const SITES = [11, 100, 1_000];
const CASES = [1_000, 10_000, 100_000];
const QUARTER = "2026-Q1";
const FEWEST_VALUES = 5;
const ALONE = "each cell rounded by itself";

/** The size at which the linear programs are shown to cost too much: minutes. */
const TOO_LARGE = { sites: 1_000, cases: 10_000 };

type Size = { readonly sites: number; readonly cases: number };

/** The release of a quarter, without the database: rounding, and both ways to check the result. */
export async function measureStatistics(_app: Application, rounds: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const sites of SITES)
    for (const cases of CASES) figures.push(...(await measureRelease({ sites, cases }, rounds)));
  return [...figures, await measureTooLarge()];
}

/** Rounding and both checks of one size. */
export async function measureRelease(size: Size, rounds: number): Promise<Figure[]> {
  const tables = madeUpTables(size);
  const cells = roundRelease(tables).map((cell) => ({ ...cell, quarter: QUARTER }) as const);
  const knowledge = knowledgeOf([cells]);
  const programs = {
    rounding: timed(() => roundRelease(tables)),
    limit: timed(() => METHODS[ALONE]?.(tables, systemRandom)),
    examples: timed(() => witnessedValues(knowledgeOf([cells]))),
  };
  const results = await interleave(rounds, programs, 2);
  const solved = await solvedTimes(knowledge, rounds);
  const limit = { program: ALONE, values: results("limit") };
  return [
    { ...figureOf(size, "rounding", results("rounding")), limit },
    figureOf(size, "proof by example", results("examples"), `${cells.length} cells`),
    ...solved.map((values) => figureOf(size, "linear programs", values, `${cells.length} cells`)),
    { ...figureOf(size, "memory at most", [peakOf(size)], "whole process"), unit: "MB" },
  ];
}

function figureOf({ sites, cases }: Size, what: string, values: number[], note = ""): Figure {
  return { part: "statistics", name: `${what}, ${sites} sites, ${cases} cases`, unit: "ms", values, note };
}

/** In every round, for sizes for which the gate solves them. */
async function solvedTimes(knowledge: Knowledge, rounds: number): Promise<number[][]> {
  if (knowledge.unknowns.length > LARGEST_PROGRAM) return [];
  const solve = timed(() => possibleValues(knowledge, FEWEST_VALUES));
  return [(await interleave(rounds, { solve }))("solve")];
}

/** Linear programs where the gate has long given them up. */
async function measureTooLarge(): Promise<Figure> {
  const cells = roundRelease(madeUpTables(TOO_LARGE)).map((cell) => ({ ...cell, quarter: QUARTER }) as const);
  const solve = timed(() => possibleValues(knowledgeOf([cells]), FEWEST_VALUES));
  return figureOf(TOO_LARGE, "linear programs", [await solve()], `${cells.length} cells, once`);
}

export function madeUpTables({ sites, cases }: Size): ExactTable[] {
  const network = networkOf(sites, cases);
  const facts = madeUpFacts(QUARTER, network, seeded(sites + cases));
  return exactTables(
    facts.flatMap(partsOfFact),
    network.map(({ site }) => site),
    MADE_UP_CATEGORIES,
  );
}

/** Processor time, in ms: it hardly depends on what else the machine does. */
const timed = (run: () => unknown) => async (): Promise<number> => {
  const started = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
};

/** What a process takes that counts, rounds and checks as the gate does, in MB. */
function peakOf({ sites, cases }: Size): number {
  const program = ["--import", "tsx", "scripts/bench/release-memory.ts", String(sites), String(cases)];
  return Number(spawnSync(process.execPath, program, { encoding: "utf8" }).stdout);
}
