import path from "node:path";
import { defineConfig } from "vitest/config";

const alias = {
  "@": import.meta.dirname,
  // Marks a module that must not reach the browser; in a test there is none.
  "server-only": path.join(import.meta.dirname, "node_modules/server-only/empty.js"),
};

const SHORT = 20_000; // ms; key derivation is slow on purpose

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/support/settings.ts"],
          testTimeout: SHORT,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/support/database.ts"],
          setupFiles: ["tests/support/settings.ts", "tests/support/own-database.ts"],
          pool: "forks",
          testTimeout: SHORT,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
