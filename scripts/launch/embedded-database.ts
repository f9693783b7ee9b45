import { setTimeout as pause } from "node:timers/promises";
import { startEmbedded } from "../database/embedded";
import { stopServer } from "../database/server";
import { explain } from "./failure";
import type { Secrets } from "./secrets";
import { beforeExit, isStopping, stop } from "./shutdown";

const ATTEMPTS = 5;

/** Runs the embedded PostgreSQL for as long as the launcher runs, and starts it again after a crash. */
export async function runEmbedded(dataDir: string, secrets: Secrets): Promise<string> {
  beforeExit(() => stopServer(dataDir));
  const { ownerUrl, ended } = await startEmbedded({ dataDir, secrets });
  void ended.then(({ asked }) => (asked ? undefined : restart(dataDir, secrets)));
  return ownerUrl;
}

async function restart(dataDir: string, secrets: Secrets): Promise<void> {
  for (let attempt = 1; !isStopping(); attempt += 1) {
    console.error("PostgreSQL ended unexpectedly and is started again.");
    try {
      const { ended } = await startEmbedded({ dataDir, secrets });
      void ended.then(({ asked }) => (asked ? undefined : restart(dataDir, secrets)));
      return;
    } catch (error) {
      if (attempt < ATTEMPTS) await pause(attempt * 500);
      else {
        console.error(explain(error, "starting PostgreSQL again"));
        return stop(1);
      }
    }
  }
}
