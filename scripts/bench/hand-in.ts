import type { Application } from "./application";
import { asSuperuser } from "./database";
import { HAND_IN_SITES, newEnquiry } from "./enquiry";
import type { Figure } from "./figures";
import { post } from "./http";
import { type Batch, p50, p95, runBatch, wholeCpu } from "./load";
import { interleave, type Programs } from "./rounds";

const CLIENTS = [1, 8, 32];
const TURNS = 64;
const WARM_UP = 4;
const MOST_CPU = 1.5;

const LIMIT = "unsealed row + Argon2id, same build";

/** Handing in: what sealing, idempotence and the shape of the data cost beyond one Argon2id and one row. */
export async function measureHandIn(app: Application, rounds: number): Promise<Figure[]> {
  await asSuperuser(app, async (client) => {
    await client.query(`CREATE TABLE IF NOT EXISTS bench_enquiry
      (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), site text NOT NULL, fields text NOT NULL)`);
    await client.query("GRANT INSERT ON bench_enquiry TO intake");
  });
  const stored = await countCases(app);
  const tally = { acknowledged: 0, refused: 0 };
  const results = await interleave(rounds, programsFor(app, tally), WARM_UP);
  const lost = Math.abs((await countCases(app)) - stored - tally.acknowledged);
  return [
    ...CLIENTS.flatMap((clients) => figuresAt(clients, results(ours(clients)), results(limit(clients)))),
    {
      part: "hand-in",
      name: "hand-ins not acknowledged",
      unit: "",
      values: [tally.refused],
      bound: { kind: "value", atMost: 0 },
    },
    {
      part: "hand-in",
      name: "acknowledged ones that differ from rows stored",
      unit: "",
      values: [lost],
      bound: { kind: "value", atMost: 0 },
    },
  ];
}

const ours = (clients: number) => `ours ${clients}`;
const limit = (clients: number) => `limit ${clients}`;

function programsFor(app: Application, tally: { acknowledged: number; refused: number }): Programs<Batch> {
  const handIn = (site?: string) => async () => {
    const { status, headers } = await post(`${app.url}/de/contact/submit`, newEnquiry(site));
    if (status === 303 && headers.location === "/de/contact/received") tally.acknowledged += 1;
    else tally.refused += 1;
  };
  const limitProgram = async () => {
    const { status } = await post(`${app.url}/bench/hand-in`, newEnquiry());
    if (status !== 303) throw new Error(`the limit program answered ${status}`);
  };
  const everywhere = CLIENTS.flatMap((clients) => [
    [ours(clients), () => runBatch(app, { clients, turns: TURNS }, handIn())],
    [limit(clients), () => runBatch(app, { clients, turns: TURNS }, limitProgram)],
  ]);
  return {
    ...Object.fromEntries(everywhere),
    "one site": () => runBatch(app, { clients: 32, turns: TURNS }, handIn(HAND_IN_SITES[0])),
  };
}

function figuresAt(clients: number, own: Batch[], beside: Batch[]): Figure[] {
  const at = clients === 1 ? "1 client" : `${clients} clients`;
  const figure = (name: string, unit: Figure["unit"], pick: (batch: Batch) => number): Figure => ({
    part: "hand-in",
    name: `${name}, ${at}`,
    unit,
    values: own.map(pick),
    limit: { program: LIMIT, values: beside.map(pick) },
  });
  const bound = { kind: "ratio", atMost: MOST_CPU } as const;
  return [
    { ...figure("processor time, server and database", "ms", wholeCpu), bound },
    { ...figure("processor time, server alone", "ms", ({ serverCpu }) => serverCpu), bound },
    figure("answer, p50", "ms", p50),
    figure("answer, p95", "ms", p95),
    figure("hand-ins a second", "1/s", ({ perSecond }) => perSecond),
  ];
}

const countCases = (app: Application): Promise<number> =>
  asSuperuser(app, async (client) => {
    const { rows } = await client.query<{ cases: number }>("SELECT count(*)::int AS cases FROM case_file");
    return rows[0]?.cases ?? 0;
  });
