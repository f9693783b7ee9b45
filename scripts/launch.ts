import type { ChildProcess } from "node:child_process";
import { checkExternal } from "./database/external";
import { buildApp, generateClient, watchStyles } from "./launch/build";
import { runEmbedded } from "./launch/embedded-database";
import { explain } from "./launch/failure";
import { lockDataDir } from "./launch/lock";
import { whenNpmEnds } from "./launch/npm-parent";
import { requireFreePort } from "./launch/port";
import { prepareDatabase } from "./launch/prepare-database";
import { currentStep, step } from "./launch/progress";
import { answerProvisioning } from "./launch/provision-sites";
import { stopRunning } from "./launch/run";
import { ensureSecrets, openDataDir } from "./launch/secrets";
import { endServer, servedEnv, startServer } from "./launch/server-process";
import { loadEnvFile, readSettings, type Settings } from "./launch/settings";
import { beforeExit, isStopping, stop, stopOnSignals } from "./launch/shutdown";
import { printSummary } from "./launch/summary";

/** Starts weact and keeps it running until a signal, or ends with one sentence that says why not. */
export async function launch({ dev }: { dev: boolean }): Promise<void> {
  stopOnSignals();
  whenNpmEnds(() => void stop(0));
  beforeExit(stopRunning);
  try {
    loadEnvFile();
    await start(readSettings({ dev }));
  } catch (error) {
    if (isStopping()) return;
    if (process.env.LOG_LEVEL === "debug") console.error(error);
    console.error(explain(error, currentStep()));
    await stop(1);
  }
}

async function start(settings: Settings): Promise<void> {
  const { dev, dataDir, external } = settings;
  if (!external) {
    openDataDir(dataDir);
    await lockDataDir(dataDir);
  }
  await requireFreePort(settings.port, settings.host);

  const { ownerUrl, secret } = external ?? (await openEmbedded(dataDir));
  if (external) await step("Checking the database", () => checkExternal(ownerUrl));
  await generateClient();
  const env = servedEnv(settings, ownerUrl, secret);
  const accounts = await prepareDatabase({ ownerUrl, dataDir, demo: !external }, env);

  if (dev) watchStyles();
  else await buildApp();
  const server = await step("Starting the server", () => startServer(settings, env));
  answerProvisioning(server, ownerUrl, env);
  keepServer(server);
  printSummary(settings, accounts);
}

async function openEmbedded(dataDir: string): Promise<{ ownerUrl: string; secret: string }> {
  const secrets = ensureSecrets(dataDir);
  const ownerUrl = await step("Starting the database", () => runEmbedded(dataDir, secrets));
  return { ownerUrl, secret: secrets.secret };
}

function keepServer(server: ChildProcess): void {
  beforeExit(() => endServer(server));
  server.once("exit", () => {
    if (isStopping()) return;
    console.error("The server ended unexpectedly.");
    void stop(1);
  });
}
