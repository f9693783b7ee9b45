import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { bundle } from "../bundle.mjs";
import type { ServerReport } from "../serve";
import { Failure } from "./failure";
import { portFailure } from "./port";
import { ROOT, type Settings } from "./settings";

/** A little more than the ten seconds the server gives to running requests, in ms. */
const GRACE = 12_000;

/**
 * The environment of the server and of what prepares the database. It knows where PostgreSQL
 * is, but no credentials of `owner`: the password of each login derives from the one secret.
 */
export function servedEnv(settings: Settings, ownerUrl: string, secret: string): NodeJS.ProcessEnv {
  const url = new URL(ownerUrl);
  url.username = url.password = "";
  for (const name of ["user", "password"]) url.searchParams.delete(name);
  const inherited = Object.entries(process.env).filter(([name]) => !/^(PG|npm_)/.test(name));
  return {
    ...Object.fromEntries(inherited),
    DATABASE_URL: url.href,
    WEACT_SECRET: secret,
    PUBLIC_ORIGIN: settings.publicOrigin,
    KEY_PINS_FILE: path.resolve(process.env.KEY_PINS_FILE || path.join(settings.dataDir, "key-pins")),
    JOURNAL_HEADS_FILE: path.resolve(
      process.env.JOURNAL_HEADS_FILE || path.join(settings.dataDir, "journal-heads"),
    ),
    RELEASES_FILE: path.resolve(process.env.RELEASES_FILE || path.join(settings.dataDir, "releases")),
    SECOND_FACTOR: process.env.SECOND_FACTOR || (settings.external ? "required" : "offered"),
    PORT: String(settings.port),
    HOST: settings.host,
    NODE_ENV: settings.dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    // Keeps Next from reading .env, where credentials of `owner` may stand.
    __NEXT_PROCESSED_ENV: "true",
  };
}

/** Starts the server in a process of its own and waits until it listens. */
export async function startServer(settings: Settings, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const program = await bundle("scripts/serve.ts");
  return new Promise((resolve, reject) => {
    const child = fork(program, [], {
      cwd: ROOT,
      env,
      execArgv: ["--no-warnings"],
      // A group of its own: Ctrl-C must reach the launcher only, which ends things in their order.
      detached: true,
    });
    child.once("message", (report: ServerReport) => {
      if ("listening" in report) resolve(child);
      else if (/^E[A-Z]+$/.test(report.failure))
        reject(portFailure(report.failure, settings.port, settings.host));
      else reject(new Failure("The server could not start: the line above says why."));
    });
    child.once("exit", () => reject(new Failure("The server ended while it was starting.")));
  });
}

/** Asks the server to finish what it is answering, and ends it when that takes too long. */
export async function endServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  const force = setTimeout(() => child.kill("SIGKILL"), GRACE);
  child.kill("SIGTERM");
  await gone;
  clearTimeout(force);
}
