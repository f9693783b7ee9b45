import { type ChildProcess, fork } from "node:child_process";
import { ROOT } from "./settings";

/** Runs a script of this project in a process of its own, which ends with the launcher. */
export const forkScript = (file: string, env: NodeJS.ProcessEnv): ChildProcess =>
  fork(file, [], {
    cwd: ROOT,
    env: { ...env, LAUNCHER_PID: String(process.pid) },
    // Modules marked "server-only" refuse to load without that condition.
    execArgv: [
      "--import",
      "./scripts/launch/ends-with-launcher.mjs",
      "--conditions=react-server",
      "--import",
      "tsx",
    ],
    detached: true,
  });
