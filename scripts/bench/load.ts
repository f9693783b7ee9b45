import type { Application } from "./application";
import { quantile } from "./figures";
import { cpuTime } from "./processor";

/** What a batch of turns took. Times are ms; processor time is per turn. */
export type Batch = {
  readonly latencies: readonly number[];
  readonly perSecond: number;
  readonly serverCpu: number;
  readonly databaseCpu: number;
};

export const wholeCpu = ({ serverCpu, databaseCpu }: Batch): number => serverCpu + databaseCpu;
export const p50 = ({ latencies }: Batch): number => quantile(latencies, 0.5);
export const p95 = ({ latencies }: Batch): number => quantile(latencies, 0.95);

/** Lets some clients take turns at the application until so many are done, and measures what that takes it. */
export async function runBatch(
  { serverPid, databasePid }: Pick<Application, "serverPid" | "databasePid">,
  { clients, turns }: { clients: number; turns: number },
  turn: () => Promise<void>,
): Promise<Batch> {
  const [server, database, started] = [cpuTime(serverPid), cpuTime(databasePid), performance.now()];
  const latencies = await runClients(clients, turns, turn);
  return {
    latencies,
    perSecond: (turns / (performance.now() - started)) * 1000,
    serverCpu: (cpuTime(serverPid) - server) / turns,
    databaseCpu: (cpuTime(databasePid) - database) / turns,
  };
}

async function runClients(clients: number, turns: number, turn: () => Promise<void>): Promise<number[]> {
  const latencies: number[] = [];
  let left = turns;
  const client = async () => {
    while (left-- > 0) {
      const started = performance.now();
      await turn();
      latencies.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return latencies;
}
