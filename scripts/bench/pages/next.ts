import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { Failure } from "../../launch/failure";
import { freePort } from "../../launch/port";
import { beforeExit } from "../../launch/shutdown";
import { get } from "../http";

/** A build as Next gives it by itself. */
export type BareNext = { readonly url: string; readonly pid: number; stop(): void };

/** Starts `next start` in the copy, beside the application: the same build without our server around it. */
export async function startNext(dir: string): Promise<BareNext> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = ["node_modules/next/dist/bin/next", "start", "-p", String(port), "-H", "127.0.0.1"];
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as const;
  // Detached, as the application is: Ctrl-C reaches the bench only.
  const child = spawn(process.execPath, args, { cwd: dir, env, stdio: "ignore", detached: true });
  const stop = () => void child.kill("SIGTERM");
  beforeExit(stop);
  await becomeReady(child, url);
  return { url, pid: child.pid ?? 0, stop };
}

async function becomeReady(child: ChildProcess, url: string): Promise<void> {
  while (child.exitCode === null) {
    if (await get(url).catch(() => null)) return;
    await pause(50);
  }
  throw new Failure("`next start` did not start in the copy.");
}
