import type { Application } from "../application";
import type { Figure } from "../figures";
import { ask } from "../http";
import { type Batch, runBatch } from "../load";
import { interleave, type Programs } from "../rounds";
import { addressOf, KEPT_PAGES } from "./list";
import { startNext } from "./next";

/** So many that hundredths of a second, in which processor time is counted, do not matter. */
const OURS = { clients: 4, turns: 2_000 };
const NEXT = { clients: 4, turns: 500 };
const BROTLI = { "Accept-Encoding": "br" };
const MOST_CPU = 0.25;

const KINDS = { whole: "", unchanged: ", when the browser has it" } as const;
type Kind = keyof typeof KINDS;

/** What it costs to give a page that is the same for everybody, in German, and to say that it has not changed. */
export async function measureGiving(app: Application, rounds: number): Promise<Figure[]> {
  const next = await startNext(app.dir);
  try {
    const server = { serverPid: next.pid, databasePid: app.databasePid };
    const programs: [string, () => Promise<Batch>][] = [];
    for (const page of KEPT_PAGES) {
      for (const kind of Object.keys(KINDS) as Kind[]) {
        const ours = await asking(addressOf(app, page, "de"), kind);
        const theirs = await asking(`${next.url}/bench/prerendered/${page.name}`, kind);
        programs.push([`ours ${page.name} ${kind}`, () => runBatch(app, OURS, ours)]);
        programs.push([`next ${page.name} ${kind}`, () => runBatch(server, NEXT, theirs)]);
      }
    }
    return figuresOf(await interleave(rounds, Object.fromEntries(programs) as Programs<Batch>));
  } finally {
    next.stop();
  }
}

/** One request for a page, as somebody who sees it for the first time, or as a browser that has it already. */
async function asking(url: string, kind: Kind): Promise<() => Promise<void>> {
  await ask(url, BROTLI); // from then on the server keeps a copy
  const { etag = "" } = (await ask(url, BROTLI)).headers;
  const [headers, expected] = kind === "whole" ? [BROTLI, 200] : [{ ...BROTLI, "If-None-Match": etag }, 304];
  return async () => {
    const { status } = await ask(url, headers);
    if (status !== expected) throw new Error(`${url} was answered with ${status}`);
  };
}

function figuresOf(results: (name: string) => Batch[]): Figure[] {
  const cpu = (name: string) => results(name).map(({ serverCpu }) => serverCpu);
  return KEPT_PAGES.flatMap(({ name }) =>
    Object.entries(KINDS).map(
      ([kind, words]): Figure => ({
        part: "pages",
        name: `processor time, ${name}${words}`,
        unit: "ms",
        values: cpu(`ours ${name} ${kind}`),
        limit: {
          program: "the same document prerendered, `next start`",
          values: cpu(`next ${name} ${kind}`),
        },
        bound: { kind: "ratio", atMost: MOST_CPU },
      }),
    ),
  );
}
