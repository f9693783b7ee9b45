import { quartersBetween, shifted } from "../../lib/statistics/periods";
import { figuresOf } from "../../lib/statistics/sums";
import type { Quarter, Released, ReleasedCell, Selection } from "../../lib/statistics/types";
import type { Application } from "./application";
import { signInAs } from "./cases/sign-in";
import { asSuperuser } from "./database";
import { type Figure, quantile } from "./figures";
import { get } from "./http";
import { type Batch, p50, p95, runBatch, wholeCpu } from "./load";
import { interleave } from "./rounds";

const QUARTERS = 40;
/** One client, so that a page's time is its own and not its place in a queue. */
const LOAD = { clients: 1, turns: 40 };
const WARM_UP = 3;
const LONGEST_ANSWER = 50; // ms
const SUMS = 100;

type Filled = { readonly first: Quarter; readonly last: Quarter; readonly released: Released };

/** The coordinator's page over HTTP as it opens and after a filter was changed, and the sums by themselves. */
export async function measureNetwork(app: Application, rounds: number): Promise<Figure[]> {
  const { first, last, released } = await fillReleases(app);
  const cookie = await signInAs(app, "coordinator@network.example", "/de/network");
  const pages = {
    "first paint": "/de/network",
    "all 40 quarters": `/de/network?from=${first}&to=${last}`,
    "a Land": `/de/network?from=${first}&to=${last}&land=NW`,
    "a ground": `/de/network?from=${first}&to=${last}&only=ground.racism*`,
  };
  const programs = Object.entries(pages).map(([name, path]) => [
    name,
    () => runBatch(app, LOAD, () => showPage(app, path, cookie)),
  ]);
  const results = await interleave<Batch>(rounds, Object.fromEntries(programs), WARM_UP);
  return [
    ...Object.keys(pages).flatMap((name) => figuresFor(name, results(name))),
    sumsFigure(released, { from: first, to: last, sites: [], land: "", only: null }),
  ];
}

async function showPage({ url }: Application, path: string, cookie: string): Promise<void> {
  const { status } = await get(url + path, cookie);
  if (status !== 200) throw new Error(`${path} was answered with ${status}`);
}

function figuresFor(page: string, batches: Batch[]): Figure[] {
  const figure = (name: string, pick: (batch: Batch) => number): Figure => ({
    part: "network",
    name: `${page}: ${name}`,
    unit: "ms",
    values: batches.map(pick),
  });
  const slowest = figure("answer, p95", p95);
  return [
    figure("processor time", wholeCpu),
    figure("answer, p50", p50),
    { ...slowest, bound: { kind: "value", atMost: LONGEST_ANSWER } },
  ];
}

/** The pure function between what was released and the page: added up anew each time, indexed once. */
function sumsFigure(released: Released, selection: Selection): Figure {
  const sites = [...new Set(released.cells.map(({ site }) => site))].flatMap((id) =>
    id ? [{ id, stateCode: "NW" }] : [],
  );
  const times = Array.from({ length: SUMS }, () => {
    const started = performance.now();
    figuresOf(released, selection, { sites, below: ({ category }) => [category] });
    return performance.now() - started;
  });
  const note = `${released.cells.length} released numbers`;
  return { part: "network", name: "sums, p95", unit: "ms", values: [quantile(times, 0.95)], note };
}

/** Copies the last demo quarter to quarters before the first, until there are as many as wanted. */
const fillReleases = (app: Application): Promise<Filled> =>
  asSuperuser(app, async (client) => {
    // What keeps releases whole and in their order would keep these out.
    await client.query("SET session_replication_role = replica");
    const known = await client.query<{ quarter: Quarter }>(
      "SELECT quarter FROM statistic_release ORDER BY quarter",
    );
    const last = known.rows.at(-1)?.quarter ?? "2026-Q1";
    const first = shifted(last, 1 - QUARTERS);
    const missing = quartersBetween(first, shifted(known.rows[0]?.quarter ?? last, -1));
    await client.query(
      "INSERT INTO statistic_release SELECT unnest($1::text[]), released_on, true FROM statistic_release WHERE quarter = $2",
      [missing, last],
    );
    await client.query(
      `INSERT INTO statistic_cell (quarter, partition, site, category, value)
         SELECT q, partition, site, category, value FROM statistic_cell, unnest($1::text[]) q WHERE quarter = $2`,
      [missing, last],
    );
    const cells = await client.query<ReleasedCell>(
      `SELECT quarter, partition AS "table", nullif(site, '') AS site, category, value FROM statistic_cell`,
    );
    const quarters = quartersBetween(first, last).map((quarter) => ({
      quarter,
      releasedOn: new Date(0),
      demo: true,
    }));
    return { first, last, released: { quarters, cells: cells.rows } };
  });
