import path from "node:path";
import { fingerprint, unlessDone } from "./fingerprint";
import { step } from "./progress";
import { run } from "./run";
import { ROOT } from "./settings";

/** Everything that ends up in a build. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "messages",
  "public",
  "prisma/schema",
  "scripts/build-styles.ts",
  "scripts/build-images.ts",
  "scripts/images",
  "proxy.ts",
  "instrumentation.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

/** Nothing that is built may know a secret: what a build knows can end up in what it makes. */
function buildEnv(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, WEACT_SECRET: _secret, ...env } = process.env;
  const quiet = { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1" };
  // The last one keeps Next from reading .env, where the two above may stand as well.
  return { ...env, ...quiet, NODE_ENV: "production", __NEXT_PROCESSED_ENV: "true" };
}

/** Generates the database client when the schema has changed since. */
export async function generateClient(): Promise<void> {
  const print = fingerprint(ROOT, ["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);
  await unlessDone(path.join(ROOT, "lib/db/generated/source-hash"), print, () =>
    step("Generating the database client", () =>
      run(
        ["node_modules/prisma/build/index.js", "generate"],
        buildEnv(),
        "The database client could not be generated.",
      ),
    ),
  );
}

/** Builds styles and pages when a source has changed since. */
export async function buildApp(): Promise<void> {
  await unlessDone(path.join(ROOT, ".next/source-hash"), fingerprint(ROOT, SOURCES), () =>
    step("Building the pages", async () => {
      await generateStyles();
      await generateImages();
      await run(["node_modules/next/dist/bin/next", "build"], buildEnv(), "The pages could not be built.");
    }),
  );
}

/** Compiles the stylesheet into the module that the public pages carry. */
const STYLES = ["--import", "tsx", "scripts/build-styles.ts"];

export const generateStyles = (): Promise<void> => run(STYLES, buildEnv(), "The styles could not be built.");

/** Draws the pictures that stand beside shared links. */
export const generateImages = (): Promise<void> =>
  run(
    ["--import", "tsx", "scripts/build-images.ts"],
    buildEnv(),
    "The pictures of links could not be drawn.",
  );

/** Builds the styles now and after each change, for development. */
export function watchStyles(): void {
  run([...STYLES, "--watch"], buildEnv(), "The styles are no longer built.").catch((error: Error) =>
    console.error(error.message),
  );
}
