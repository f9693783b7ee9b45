import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { findServer, stopServer } from "@/scripts/database/server";
import { call } from "./http";

const PATIENCE = 60_000; // ms

/**
 * An application of a test's own, which may be stopped, killed and started again. It shares the build, and
 * has its own database, port and limits.
 */
export class OwnApp {
  private launcher: ChildProcess | undefined;

  private constructor(
    readonly url: string,
    readonly dataDir: string,
    private readonly settings: Record<string, string>,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<OwnApp> {
    const url = `http://localhost:${await freePort()}`;
    const app = new OwnApp(url, mkdtempSync(path.join(tmpdir(), "weact-own-")), settings);
    await app.startAgain();
    return app;
  }

  async startAgain(): Promise<void> {
    const own = {
      PORT: new URL(this.url).port,
      DATA_DIR: this.dataDir,
      HOST: "127.0.0.1",
      LOG_LEVEL: "info",
    };
    this.launcher = spawn(process.execPath, ["tests/support/e2e/kept-server.mjs"], {
      env: {
        ...process.env,
        DATABASE_URL: "",
        PUBLIC_ORIGIN: "",
        LIMIT_FACTOR: "1",
        ...own,
        ...this.settings,
      },
      stdio: "ignore",
    });
    await this.becomes(200);
  }

  async stop(): Promise<void> {
    this.launcher?.kill("SIGTERM");
    await this.gone();
  }

  /** Ends launcher and server at once, as a machine that runs out of memory does. The database is left alone. */
  async killApp(): Promise<void> {
    const processes = descendantsOf(this.launcher?.pid ?? 0);
    const postgres = findServer(this.dataDir)?.pid;
    for (const pid of processes) if (pid !== postgres && !isPostgres(pid)) kill(pid);
    this.launcher?.kill("SIGKILL");
    await this.gone();
  }

  /** Ends all of PostgreSQL at once: what it has not written by then is gone. */
  async killDatabase(): Promise<void> {
    const postgres = findServer(this.dataDir)?.pid;
    if (!postgres) throw new Error("There is no database to kill.");
    for (const pid of [postgres, ...descendantsOf(postgres)]) kill(pid);
  }

  stopDatabase(): Promise<void> {
    return stopServer(this.dataDir);
  }

  async startDatabase(): Promise<void> {
    const program = spawn(process.execPath, ["--import", "tsx", "scripts/db.ts", "start"], {
      env: { ...process.env, DATA_DIR: this.dataDir, DATABASE_URL: "" },
      stdio: "ignore",
    });
    await new Promise((resolve) => program.once("exit", resolve));
  }

  /** Waits until the application says that it is well, or that it is not. */
  async becomes(status: 200 | 503): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const answer = await call("/api/health", { app: this.url }).catch(() => undefined);
      if (answer?.status === status) return;
      if (Date.now() > deadline)
        throw new Error(`The application does not answer ${status}: ${this.log().slice(-500)}`);
      await pause(100);
    }
  }

  log(): string {
    const file = `${this.dataDir}/served.log`;
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  }

  async end(): Promise<void> {
    await this.stop();
    await stopServer(this.dataDir);
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async gone(): Promise<void> {
    const { launcher } = this;
    if (launcher && launcher.exitCode === null && launcher.signalCode === null) {
      await new Promise((resolve) => launcher.once("exit", resolve));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Every process that a process started, and theirs; Linux tells. */
function descendantsOf(ancestor: number): number[] {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = read(`/proc/${name}/stat`);
      const parent = /\) \S+ (\d+)/.exec(stat)?.[1];
      return parent ? [{ pid: Number(name), parent: Number(parent) }] : [];
    });
  const below = (pid: number): number[] =>
    parents.filter(({ parent }) => parent === pid).flatMap((child) => [child.pid, ...below(child.pid)]);
  return below(ancestor);
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself meanwhile.
  }
}

const isPostgres = (pid: number): boolean => read(`/proc/${pid}/cmdline`).includes("postgres");

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
