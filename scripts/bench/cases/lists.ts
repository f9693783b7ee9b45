import pg from "pg";
import { listCases } from "../../../lib/cases/queries";
import type { CaseFilter } from "../../../lib/cases/schema";
import { loginUrl, siteLogin } from "../../../lib/db/logins";
import { type Figure, quantile } from "../figures";
import { interleave } from "../rounds";
import { listingDesk } from "./desk";
import type { FilledSite } from "./fill";
import { COMBINED } from "./filters";
import { statementOf } from "./statement";

const TURNS = 100;
const LIMIT = "the same SQL as a prepared statement, bare Node + pg";

/** What the data layer costs: a list as lib reads it, beside its own SQL prepared once. */
export async function measureLists(site: FilledSite, rounds: number): Promise<Figure[]> {
  const lists = {
    "a list read by lib, p50": { sort: "newest" },
    "a filtered list read by lib, p50": COMBINED,
  } as const;
  const client = new pg.Client({ connectionString: loginUrl(siteLogin(site.site)) });
  await client.connect();
  try {
    const figures: Figure[] = [];
    for (const [name, filter] of Object.entries(lists))
      figures.push(await measureList(client, site, name, filter, rounds));
    return figures;
  } finally {
    await client.end();
  }
}

async function measureList(
  client: pg.Client,
  site: FilledSite,
  name: string,
  filter: CaseFilter,
  rounds: number,
): Promise<Figure> {
  const desk = listingDesk(site);
  const statement = await statementOf(() => listCases(desk, filter));
  const results = await interleave(rounds, {
    ours: () => medianTime(() => listCases(desk, filter)),
    limit: () => medianTime(() => client.query({ name, ...statement })),
  });
  return {
    part: "cases",
    name,
    unit: "ms",
    values: results("ours"),
    limit: { program: LIMIT, values: results("limit") },
  };
}

async function medianTime(turn: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let done = 0; done < TURNS; done += 1) {
    const started = performance.now();
    await turn();
    times.push(performance.now() - started);
  }
  return quantile(times, 0.5);
}
