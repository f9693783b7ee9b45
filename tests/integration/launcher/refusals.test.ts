import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const DATA_DIR = mkdtempSync(path.join(tmpdir(), "weact-refusals-"));
const SETTINGS = {
  WEACT_SECRET: "x".repeat(64),
  PUBLIC_ORIGIN: "https://intake.example",
  PORT: "",
  HOST: "127.0.0.1",
};
const owner = () => process.env.OWNER_URL ?? "";

afterAll(() => rmSync(DATA_DIR, { recursive: true, force: true }));

async function start(settings: Record<string, string>): Promise<{ code: number | null; errors: string }> {
  const env = { ...process.env, DATA_DIR, npm_lifecycle_event: "", ...settings };
  const program = spawn(process.execPath, ["scripts/start.mjs"], {
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  program.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  const code = await new Promise<number | null>((resolve) => program.on("close", resolve));
  return { code, errors };
}

async function occupied(): Promise<{ port: string; server: Server }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: String((server.address() as { port: number }).port), server };
}

function changed(change: (url: URL) => void): string {
  const url = new URL(owner());
  change(url);
  return url.href;
}

describe("npm start ends with code 1 and one sentence", () => {
  it("when the port is in use", async () => {
    const { port, server } = await occupied();
    const { code, errors } = await start({ DATABASE_URL: "", PUBLIC_ORIGIN: "", PORT: port });
    server.close();

    expect({ code, errors }).toEqual({
      code: 1,
      errors: `Port ${port} is already in use: choose another one, such as PORT=${Number(port) + 1} npm start.\n`,
    });
  });

  const cases: [string, () => Record<string, string>, RegExp][] = [
    [
      "the secret is missing",
      () => ({ DATABASE_URL: owner(), WEACT_SECRET: "" }),
      /^WEACT_SECRET is missing: .+\.\n$/,
    ],
    [
      "the secret is short",
      () => ({ DATABASE_URL: owner(), WEACT_SECRET: "short" }),
      /^WEACT_SECRET is too short: .+\.\n$/,
    ],
    [
      "the origin is missing",
      () => ({ DATABASE_URL: owner(), PUBLIC_ORIGIN: "" }),
      /^PUBLIC_ORIGIN is missing: .+\.\n$/,
    ],
    ["the URL is none", () => ({ DATABASE_URL: "database" }), /^DATABASE_URL must look like .+\.\n$/],
    [
      "nobody answers",
      () => ({ DATABASE_URL: changed((url) => Object.assign(url, { port: "1" })) }),
      /^No PostgreSQL answers at 127\.0\.0\.1:1: .+\.\n$/,
    ],
    [
      "the password is wrong",
      () => ({ DATABASE_URL: changed((url) => Object.assign(url, { password: "x" })) }),
      /^The PostgreSQL in DATABASE_URL refuses .+\.\n$/,
    ],
    [
      "there is no such database",
      () => ({ DATABASE_URL: changed((url) => Object.assign(url, { pathname: "/none" })) }),
      /^The database none .+ does not exist.+\.\n$/,
    ],
    ["the port is no number", () => ({ DATABASE_URL: owner(), PORT: "http" }), /^PORT must be .+\.\n$/],
    [
      "the data folder cannot be made",
      () => ({ DATABASE_URL: "", DATA_DIR: "package.json/data" }),
      /^The data folder .+ cannot be written: .+\.\n$/,
    ],
  ];

  it.each(cases)("when %s", async (_title, settings, sentence) => {
    const { code, errors } = await start({ ...SETTINGS, PORT: "4", ...settings() });

    expect(errors).toMatch(sentence);
    expect(errors.trim()).not.toContain("\n");
    expect(code).toBe(1);
  });
});
