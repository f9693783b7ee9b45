import { defineConfig } from "@playwright/test";
import config from "../../../playwright.config";

/** `npm run screenshots`: pictures to look at, in test-results/screenshots. Nothing is compared. */
export default defineConfig({
  ...config,
  testDir: ".",
  testMatch: "screenshots.ts",
  outputDir: "../../../test-results/screenshots-run",
  reporter: [["list"]],
  projects: [{ name: "screenshots" }],
});
