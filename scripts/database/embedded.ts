import type { ChildProcess } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Failure, failureFrom } from "../launch/failure";
import { freePort } from "../launch/port";
import type { Secrets } from "../launch/secrets";
import { type Binaries, findBinaries, type Spawner, unprivileged } from "./binaries";
import { createOwnerAndDatabase } from "./owner";
import { clusterDir, findServer, localUrl, ping, stopServer } from "./server";

const DRAFT = "pg.new-";

export type EmbeddedOptions = {
  readonly dataDir: string;
  readonly secrets: Secrets;
  /** False for test databases that nobody needs after a crash. */
  readonly durable?: boolean;
};

export type Embedded = {
  readonly ownerUrl: string;
  /** Settles with whether it was asked to stop when the server has ended. */
  readonly ended: Promise<{ asked: boolean }>;
};

/** Starts the server of a data folder, and makes its cluster, `owner` and database where they are missing. */
export async function startEmbedded({
  dataDir,
  secrets,
  durable = true,
}: EmbeddedOptions): Promise<Embedded> {
  // What an earlier launcher left running is stopped rather than adopted: then there is one way to run it.
  if (findServer(dataDir)) await stopServer(dataDir);
  const binaries = await findBinaries();
  await createCluster(binaries, dataDir, secrets);

  const port = await choosePort(dataDir);
  const server = unprivileged(dataDir, [])(binaries.postgres, serverArgs(clusterDir(dataDir), port, durable));
  const output = tail(server);
  const ended = new Promise<{ asked: boolean }>((resolve) => {
    server.on("close", (code) => resolve({ asked: code === 0 }));
    server.on("error", () => resolve({ asked: false }));
  });
  const superuserUrl = localUrl("postgres", secrets.superuser, port, "postgres");
  await becomeReady(superuserUrl, ended, output);
  await createOwnerAndDatabase(superuserUrl, secrets.owner);
  return { ownerUrl: localUrl("owner", secrets.owner, port), ended };
}

function serverArgs(dir: string, port: number, durable: boolean): string[] {
  const on = durable ? "on" : "off";
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    shared_buffers: "128MB",
    fsync: on,
    synchronous_commit: on,
    full_page_writes: on,
    idle_in_transaction_session_timeout: "60s",
    jit: "off",
    timezone: "UTC",
    // A log may be read by more people than a case: no statements, no values.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
  };
  return [
    "-D",
    dir,
    "-p",
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
}

/** Made beside its place and then moved there, so that a cluster cut short is never taken for a whole one. */
async function createCluster({ initdb }: Binaries, dataDir: string, secrets: Secrets): Promise<void> {
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith(DRAFT)) rmSync(path.join(dataDir, name), { recursive: true, force: true });
  }
  if (existsSync(clusterDir(dataDir))) return;
  const draft = mkdtempSync(path.join(dataDir, DRAFT));
  const passwordFile = `${draft}.password`;
  try {
    writeFileSync(passwordFile, secrets.superuser, { mode: 0o600 });
    await runInitdb(unprivileged(dataDir, [draft, passwordFile]), initdb, draft, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, clusterDir(dataDir));
}

async function runInitdb(start: Spawner, initdb: string, dir: string, passwordFile: string): Promise<void> {
  // Sorting and case folding by Unicode, the same on every machine, whatever its locales.
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const access = ["--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  const program = start(initdb, ["-D", dir, ...access, ...locale, "--data-checksums"]);
  const output = tail(program);
  const code = await new Promise((resolve) => program.on("error", resolve).on("close", resolve));
  if (code !== 0) throw failureFrom(output(), `The database could not be created: ${lastMessage(output())}.`);
}

/** The port of the last start where it is free: tools that were pointed at it go on working. */
async function choosePort(dataDir: string): Promise<number> {
  const file = path.join(dataDir, "postgres-port");
  const last = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  const port = await freePort(Number.isInteger(last) ? last : 0);
  if (port !== last) writeFileSync(file, String(port), { mode: 0o600 });
  return port;
}

async function becomeReady(url: string, ended: Promise<unknown>, output: () => string): Promise<void> {
  let over = false;
  ended.then(() => {
    over = true;
  });
  const deadline = performance.now() + 120_000; // recovery after a crash may take its time
  while (!(await ping(url))) {
    if (over) throw failureFrom(output(), `PostgreSQL did not start: ${lastMessage(output())}.`);
    if (performance.now() > deadline) throw new Failure("PostgreSQL did not answer within two minutes.");
    await pause(25);
  }
}

/** Keeps the last lines a program printed. */
function tail(program: ChildProcess): () => string {
  let text = "";
  for (const stream of [program.stdout, program.stderr]) {
    stream?.on("data", (chunk) => {
      text = (text + chunk).slice(-8_000);
    });
  }
  return () => text;
}

const lastMessage = (output: string): string =>
  output
    .match(/(?:FATAL|PANIC|error):\s+(.+)/gi)
    ?.at(-1)
    ?.replace(/\.$/, "") ?? "it gave no reason";
