import { existsSync } from "node:fs";
import { isIP } from "node:net";
import path from "node:path";
import { Failure } from "./failure";

/** npm and `scripts/start.mjs` run everything in the project folder. */
export const ROOT = process.cwd();

export type Settings = {
  readonly dev: boolean;
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  readonly publicOrigin: string;
  /** Set when the operator brings a PostgreSQL; the embedded one is started otherwise. */
  readonly external?: { readonly ownerUrl: string; readonly secret: string };
};

/** Adds what a .env file says to the environment; what is set already wins. */
export function loadEnvFile(): void {
  const file = path.join(ROOT, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

/** @throws Failure that names the first setting that is missing or wrong, never its value. */
export function readSettings({ dev = false } = {}): Settings {
  const port = readPort(process.env.PORT || "3000");
  const embedded = !process.env.DATABASE_URL;
  return {
    dev,
    dataDir: readDataDir(),
    port,
    host: readHost(process.env.HOST || "127.0.0.1"),
    publicOrigin: readOrigin(process.env.PUBLIC_ORIGIN || (embedded ? `http://localhost:${port}` : "")),
    ...(embedded ? {} : { external: readExternal() }),
  };
}

export const readDataDir = (): string => path.resolve(ROOT, process.env.DATA_DIR || ".data");

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Failure("PORT must be a whole number from 1 to 65535.");
}

function readHost(host: string): string {
  if (isIP(host) || host === "localhost") return host;
  throw new Failure("HOST must be an address of this machine, such as 127.0.0.1 or 0.0.0.0.");
}

function readOrigin(text: string): string {
  if (!text)
    throw new Failure(
      "PUBLIC_ORIGIN is missing: set it to the address people use, such as https://intake.example.",
    );
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  throw new Failure("PUBLIC_ORIGIN must be an address such as https://intake.example.");
}

function readExternal(): { ownerUrl: string; secret: string } {
  const { DATABASE_URL: ownerUrl = "", WEACT_SECRET: secret = "" } = process.env;
  const url = URL.canParse(ownerUrl) ? new URL(ownerUrl) : undefined;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || !url.hostname || url.pathname.length < 2) {
    throw new Failure("DATABASE_URL must look like postgresql://owner:password@host:5432/database.");
  }
  if (!secret)
    throw new Failure(
      "WEACT_SECRET is missing: set it to 32 random bytes, such as `openssl rand -hex 32` prints.",
    );
  if (secret.length < 40)
    throw new Failure(
      "WEACT_SECRET is too short: set it to 32 random bytes, such as `openssl rand -hex 32` prints.",
    );
  return { ownerUrl, secret };
}
