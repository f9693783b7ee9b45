import { spawn } from "node:child_process";
import { stderr } from "node:process";
import { failureFrom } from "./failure";
import { ROOT } from "./settings";

const running = new Set<() => void>();

/** Ends every program that `run` started and that is still busy. */
export function stopRunning(): void {
  for (const stop of running) stop();
}

/**
 * Runs a Node program to its end, quietly; its output shows only when it fails.
 *
 * @throws Failure with the given sentence when it ends with anything but 0
 */
export function run(args: readonly string[], env: NodeJS.ProcessEnv, sentence: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "./scripts/launch/ends-with-launcher.mjs", ...args], {
      cwd: ROOT,
      env: { ...env, LAUNCHER_PID: String(process.pid) },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      detached: true,
    });
    const stop = () => child.kill("SIGKILL");
    running.add(stop);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
    child.on("close", (code) => {
      running.delete(stop);
      if (code === 0) return resolve();
      const failure = failureFrom(output, sentence);
      if (failure.message === sentence) stderr.write(`\n${output.trim()}\n`);
      reject(failure);
    });
  });
}
