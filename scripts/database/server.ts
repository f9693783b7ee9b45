import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

export const clusterDir = (dataDir: string): string => path.join(dataDir, "pg");

export const localUrl = (login: string, password: string, port: number, database = "app"): string =>
  `postgresql://${login}:${password}@127.0.0.1:${port}/${database}`;

/** Whether a server answers and lets us in. */
export async function ping(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * The running server of a data folder. A file that a killed server left behind is removed when
 * another program has its process id by now: PostgreSQL would take that program for itself.
 */
export function findServer(dataDir: string): { pid: number; port: number } | undefined {
  const dir = clusterDir(dataDir);
  const file = path.join(dir, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const [pid, , , port = 0] = readFileSync(file, "utf8").split("\n").map(Number);
  if (pid && isServer(pid, dir)) return { pid, port };
  rmSync(file, { force: true });
  return undefined;
}

/** Stops the server of a data folder: fast, then at once, then by force. It loses nothing in any case. */
export async function stopServer(dataDir: string): Promise<void> {
  const server = findServer(dataDir);
  if (!server) return;
  const attempts = [
    ["SIGINT", 15_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const;
  for (const [signal, patience] of attempts) {
    const deadline = performance.now() + patience;
    if (isServer(server.pid, clusterDir(dataDir))) process.kill(server.pid, signal);
    while (performance.now() < deadline) {
      if (!isServer(server.pid, clusterDir(dataDir))) return;
      await pause(20);
    }
  }
}

/** Whether the process is the PostgreSQL of this folder and not, say, the one of another project. */
function isServer(pid: number, dir: string): boolean {
  const command = commandLine(pid);
  return command.includes("postgres") && command.includes(dir);
}

function commandLine(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}
