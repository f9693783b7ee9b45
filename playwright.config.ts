import { defineConfig } from "@playwright/test";
import { findChromium, QUIET_BROWSER } from "./scripts/chromium.mjs";
import { appSettings } from "./tests/support/app-settings";

const app = appSettings();
const executablePath = findChromium();

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  retries: 0,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  timeout: 60_000,
  use: {
    baseURL: app.url,
    trace: "off",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: QUIET_BROWSER,
    },
  },
  projects: [
    { name: "e2e", testIgnore: "served-log.spec.ts", teardown: "served log" },
    // Looks at what the application printed during all the others, whatever became of them.
    { name: "served log", testMatch: "served-log.spec.ts" },
  ],
  // The real thing, as `npm start` runs it, with a folder and a port of its own.
  webServer: {
    command: "node tests/support/e2e/kept-server.mjs",
    url: `${app.url}/api/health`,
    env: app.env,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "ignore",
  },
});
