import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * Address and settings of the application the end-to-end tests use. Chosen once in a run and kept
 * in the environment, from which Playwright's workers read them as well.
 */
export function appSettings(): { url: string; env: Record<string, string> } {
  process.env.APP_DATA_DIR ??= mkdtempSync(path.join(tmpdir(), "weact-e2e-"));
  process.env.APP_URL ??= `http://localhost:${freePort()}`;
  const { APP_URL, APP_DATA_DIR } = process.env;
  const own = {
    PORT: new URL(APP_URL).port,
    DATA_DIR: APP_DATA_DIR,
    LIMIT_FACTOR: "1000",
    LOG_LEVEL: "info",
  };
  // What a developer's .env or shell says must not decide what is tested.
  return { url: APP_URL, env: { ...own, DATABASE_URL: "", PUBLIC_ORIGIN: "", HOST: "127.0.0.1" } };
}

/** Asked in a process of its own, because Playwright reads its configuration without waiting. */
function freePort(): string {
  const ask = `const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })`;
  return execFileSync(process.execPath, ["-e", ask], { encoding: "utf8" }).trim();
}
