import type { ChildProcess } from "node:child_process";
import { forkScript } from "./fork-script";

/** Sent by the server: it has added a site, which needs its database login. */
export type ProvisionQuestion = { readonly provisionSites: number };
export type ProvisionAnswer = { readonly provisionedSites: number; readonly ok: boolean };

/**
 * Answers the server whenever it asks for the logins of new sites. The work is done in a short process of its own,
 * one at a time, so that neither the server nor this process keeps the database's tools in memory.
 */
export function answerProvisioning(server: ChildProcess, ownerUrl: string, env: NodeJS.ProcessEnv): void {
  let last: Promise<unknown> = Promise.resolve();
  server.on("message", (message: Partial<ProvisionQuestion>) => {
    const { provisionSites } = message;
    if (typeof provisionSites !== "number") return;
    last = last.then(async () => {
      const ok = await runProvisioning(ownerUrl, env);
      if (server.connected) server.send({ provisionedSites: provisionSites, ok } satisfies ProvisionAnswer);
    });
  });
}

function runProvisioning(ownerUrl: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  return new Promise((resolve) => {
    const child = forkScript("scripts/database/provision-sites.ts", env);
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
    child.send({ ownerUrl });
  });
}
