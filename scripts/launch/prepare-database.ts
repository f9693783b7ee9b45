import type { DemoAccount, PrepareAnswer, PrepareOrder } from "../database/prepare";
import { Failure } from "./failure";
import { forkScript } from "./fork-script";

/** Migrates, provisions and, in the embedded mode, makes the demo accounts. */
export function prepareDatabase(
  order: PrepareOrder,
  env: NodeJS.ProcessEnv,
): Promise<readonly DemoAccount[]> {
  return new Promise((resolve, reject) => {
    const child = forkScript("scripts/database/prepare.ts", env);
    child.once("message", (answer: PrepareAnswer) => {
      if ("failure" in answer) reject(new Failure(answer.failure));
      else resolve(answer.accounts);
    });
    child.once("exit", () => reject(new Failure("Preparing the database was cut short: start again.")));
    child.send(order);
  });
}
