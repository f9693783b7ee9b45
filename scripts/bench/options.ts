import path from "node:path";
import { parseArgs } from "node:util";
import { Failure } from "../launch/failure";
import { PARTS, type Part } from "./figures";

const USAGE = `Usage: npm run bench                     measures everything
       npm run bench -- ${PARTS.join(" | ")}
                                         measures some parts
         --rounds N    how often each program runs (5)
         --json FILE   where the figures go (test-results/bench.json)
         --docs        puts the tables into docs/performance.md as well
         --dir DIR     keeps the copy that is measured there, for the next run`;

const FEWEST_ROUNDS = 5;

export type Options = {
  readonly parts: readonly Part[];
  readonly rounds: number;
  readonly json: string;
  readonly docs: boolean;
  readonly dir: string | undefined;
};

export function readOptions(args: string[]): Options {
  const { values, positionals } = parse(args);
  const rounds = Number(values.rounds ?? FEWEST_ROUNDS);
  const known = positionals.filter((name): name is Part => (PARTS as readonly string[]).includes(name));
  if (values.help || known.length < positionals.length || !Number.isInteger(rounds) || rounds < 1)
    throw new Failure(USAGE);
  return {
    parts: known.length > 0 ? PARTS.filter((part) => known.includes(part)) : PARTS,
    rounds,
    json: path.resolve(values.json ?? "test-results/bench.json"),
    docs: values.docs ?? false,
    dir: values.dir && path.resolve(values.dir),
  };
}

function parse(args: string[]) {
  const [text, flag] = [{ type: "string" }, { type: "boolean" }] as const;
  try {
    const options = { rounds: text, json: text, dir: text, docs: flag, help: flag } as const;
    return parseArgs({ args, allowPositionals: true, options });
  } catch {
    throw new Failure(USAGE);
  }
}
