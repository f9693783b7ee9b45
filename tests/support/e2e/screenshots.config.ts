import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import config from "../../../playwright.config";

/** Playwright would start the application in the folder of this file. */
const cwd = fileURLToPath(new URL("../../../", import.meta.url));

/**
 * `npm run screenshots`: pictures to look at, in test-results/screenshots, and those of the guide, in
 * docs/guide/bilder (`npm run screenshots -- guide.ts` makes only these). Nothing is compared.
 */
export default defineConfig({
  ...config,
  testDir: ".",
  testMatch: ["screenshots.ts", "guide.ts"],
  outputDir: "../../../test-results/screenshots-run",
  reporter: [["list"]],
  projects: [{ name: "screenshots" }],
  webServer: [config.webServer ?? []].flat().map((server) => ({ ...server, cwd })),
});
