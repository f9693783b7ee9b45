import type { Application } from "./application";
import { fillCases } from "./case-work/fill";
import { signIn } from "./cases/sign-in";
import type { Figure } from "./figures";
import { get } from "./http";
import { type Batch, p50, p95, runBatch, wholeCpu } from "./load";
import { interleave } from "./rounds";

const SITE = "mannheim";
const MUCH = { letters: 200, sessions: 50, notes: 20 };
const LITTLE = { letters: 20, sessions: 5, notes: 2 };
const LOAD = { clients: 1, turns: 30 };
const MOST_MS = 100;
const NO_FASTER_THAN_INPUT = 10;

const PAGES = { overview: "", record: "/record", sessions: "/sessions", history: "/history" };

/** The pages of a case with 200 letters and 50 sessions, beside one with a tenth of that. */
export async function measureCase(app: Application, rounds: number): Promise<Figure[]> {
  const [much = ""] = await fillCases(app, SITE, 1, MUCH);
  const [little = ""] = await fillCases(app, SITE, 1, LITTLE);
  const cookie = await signIn(app, SITE);
  const show = (caseId: string, page: string) => () =>
    runBatch(app, LOAD, () => showPage(app, `/de/dashboard/cases/${caseId}${page}`, cookie));
  const programs = Object.entries(PAGES).flatMap(([name, page]) => [
    [`much ${name}`, show(much, page)],
    [`little ${name}`, show(little, page)],
  ]);
  const results = await interleave<Batch>(rounds, Object.fromEntries(programs), 3);
  return Object.keys(PAGES).flatMap((name) =>
    figuresOf(name, results(`much ${name}`), results(`little ${name}`)),
  );
}

async function showPage({ url }: Application, path: string, cookie: string): Promise<void> {
  const { status } = await get(url + path, cookie);
  if (status !== 200) throw new Error(`${path} was answered with ${status}`);
}

function figuresOf(name: string, much: Batch[], little: Batch[]): Figure[] {
  const program = "the same page of a case with a tenth of that";
  const beside = (what: string, pick: (batch: Batch) => number): Figure => ({
    part: "case",
    name: `${name}, 200 letters and 50 sessions: ${what}`,
    unit: "ms",
    values: much.map(pick),
    limit: { program, values: little.map(pick) },
    bound: { kind: "ratio", atMost: NO_FASTER_THAN_INPUT },
  });
  return [
    beside("answer, p50", p50),
    beside("processor time, server and database", wholeCpu),
    {
      part: "case",
      name: `${name}: answer, p95`,
      unit: "ms",
      values: much.map(p95),
      bound: { kind: "value", atMost: MOST_MS },
    },
  ];
}
