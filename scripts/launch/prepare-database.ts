import { fork } from "node:child_process";
import type { DemoAccount, PrepareAnswer, PrepareOrder } from "../database/prepare";
import { Failure } from "./failure";
import { ROOT } from "./settings";

/** Migrates, provisions and, in the embedded mode, makes the demo accounts. */
export function prepareDatabase(
  order: PrepareOrder,
  env: NodeJS.ProcessEnv,
): Promise<readonly DemoAccount[]> {
  return new Promise((resolve, reject) => {
    const child = fork("scripts/database/prepare.ts", [], {
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
    child.once("message", (answer: PrepareAnswer) => {
      if ("failure" in answer) reject(new Failure(answer.failure));
      else resolve(answer.accounts);
    });
    child.once("exit", () => reject(new Failure("Preparing the database was cut short: start again.")));
    child.send(order);
  });
}
