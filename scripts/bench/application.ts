import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findServer } from "../database/server";
import { Failure } from "../launch/failure";
import { freePort } from "../launch/port";
import { beforeExit } from "../launch/shutdown";
import { get } from "./http";
import { findDescendant } from "./processor";

/** The copy that is measured, as `npm start` runs it. */
export type Application = {
  readonly dir: string;
  readonly dataDir: string;
  readonly url: string;
  readonly serverPid: number;
  readonly databasePid: number;
  /** From the command to the first answer of the health check, in ms. */
  readonly startedIn: number;
  /** What building took of that, in s; undefined when the build of an earlier start was still good. */
  readonly builtIn: number | undefined;
  stop(): Promise<void>;
};

export const dataDirOf = (dir: string): string => path.join(dir, ".data");

/** Starts the copy with the launcher, on a port nobody uses, and waits until it answers. */
export async function startApplication(dir: string): Promise<Application> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const dataDir = dataDirOf(dir);
  const started = performance.now();
  const launcher = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: dir,
    env: environment(port, dataDir, url),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true, // Ctrl-C reaches the bench only, which ends things in their order
  });
  const stop = () => end(launcher);
  beforeExit(stop);
  const output = await becomeReady(launcher, url);
  const startedIn = performance.now() - started;

  const serverPid = findDescendant(launcher.pid ?? 0, /serve-[0-9a-f]+\.mjs/);
  const databasePid = findServer(dataDir)?.pid;
  if (!serverPid || !databasePid) throw new Failure("The bench needs /proc, so it runs on Linux only.");
  return { dir, dataDir, url, serverPid, databasePid, startedIn, builtIn: buildTimeIn(output), stop };
}

/** What a developer's .env or shell says must not decide what is measured. */
function environment(port: number, dataDir: string, url: string): NodeJS.ProcessEnv {
  const own = { PORT: String(port), HOST: "127.0.0.1", DATA_DIR: dataDir, PUBLIC_ORIGIN: url };
  const quiet = { DATABASE_URL: "", TRUSTED_PROXIES: "0", NODE_ENV: "production" } as const;
  // One client address stands for many people.
  return { ...process.env, ...own, ...quiet, LIMIT_FACTOR: "1000000", LOG_LEVEL: "info" };
}

/** As the launcher tells it. */
function buildTimeIn(output: string): number | undefined {
  const [, seconds] = /Building the pages … ([\d.]+) s/.exec(output) ?? [];
  return seconds ? Number(seconds) : undefined;
}

/** Waits for the first answer. Returns what the launcher said until then. */
async function becomeReady(launcher: ChildProcess, url: string): Promise<string> {
  let output = "";
  for (const stream of [launcher.stdout, launcher.stderr]) {
    stream?.on("data", (chunk) => {
      output = (output + chunk).slice(-4_000);
    });
  }
  for (;;) {
    if (launcher.exitCode !== null) throw new Failure(`The copy did not start:\n${output.trim()}`);
    const answer = await get(`${url}/api/health`).catch(() => null);
    if (answer?.status === 200) return output;
    await pause(20);
  }
}

async function end(launcher: ChildProcess): Promise<void> {
  if (launcher.exitCode !== null || launcher.signalCode !== null) return;
  const gone = new Promise((resolve) => launcher.once("exit", resolve));
  launcher.kill("SIGTERM");
  await gone;
}
