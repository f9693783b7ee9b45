// `npm test`: everything that is checked, in the order in which it is cheap to fail.
// `npm test -- unit lint` runs only those parts. Needs nothing but Node: it installs the rest.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureChromium } from "./chromium.mjs";
import { installPackages, ROOT, requireNode } from "./install.mjs";

const BIN = {
  biome: "node_modules/@biomejs/biome/bin/biome",
  depcruise: "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
  next: "node_modules/next/dist/bin/next",
  playwright: "node_modules/@playwright/test/cli.js",
  tsc: "node_modules/typescript/bin/tsc",
  vitest: "node_modules/vitest/vitest.mjs",
};

/** Each part answers how many of its tests passed and failed; a check without tests counts only when it fails. */
const PARTS = {
  lint: () => check(BIN.biome, "check", "--error-on-warnings"),
  types: () => both(check(BIN.next, "typegen"), () => check(BIN.tsc, "--noEmit")),
  boundaries: () => check(BIN.depcruise, "app", "components", "lib", "scripts", "tests", "proxy.ts"),
  unit: () => vitest("unit"),
  integration: () => vitest("integration"),
  e2e: endToEnd,
};

const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1" };

requireNode();
process.chdir(ROOT);
const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !(name in PARTS));
if (unknown) {
  console.error(`There is no part ${unknown}: the parts are ${Object.keys(PARTS).join(", ")}.`);
  process.exit(1);
}
await installPackages();
process.exit(runParts(chosen.length > 0 ? chosen : Object.keys(PARTS)));

function runParts(names) {
  if (node("--import", "tsx", "scripts/generate.ts") !== 0) return 1;
  const total = { passed: 0, failed: 0 };
  const broken = [];
  for (const name of names) {
    console.log(`\n── ${name}`);
    const { passed, failed } = PARTS[name]();
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) broken.push(name);
  }
  console.log(broken.length > 0 ? `\nFailed: ${broken.join(", ")}` : "");
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return broken.length > 0 ? 1 : 0;
}

function node(...args) {
  return spawnSync(process.execPath, args, { stdio: ["ignore", "inherit", "inherit"], env }).status ?? 1;
}

function check(...args) {
  return { passed: 0, failed: node(...args) === 0 ? 0 : 1 };
}

function both(first, second) {
  return first.failed > 0 ? first : second();
}

function vitest(project) {
  const file = `test-results/${project}.json`;
  rmSync(file, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const status = node(BIN.vitest, "run", "--project", project, ...reporters);
  const result = readJson(file);
  return atLeastOne(status, result?.numPassedTests ?? 0, result?.numFailedTests ?? 0);
}

function endToEnd() {
  const missing = ensureChromium();
  if (missing) {
    console.error(missing);
    return { passed: 0, failed: 1 };
  }
  env.APP_DATA_DIR = mkdtempSync(path.join(tmpdir(), "weact-e2e-"));
  try {
    const status = node(BIN.playwright, "test");
    const stats = readJson("test-results/e2e.json")?.stats;
    return atLeastOne(status, stats?.expected ?? 0, stats?.unexpected ?? 0);
  } finally {
    rmSync(env.APP_DATA_DIR, { recursive: true, force: true });
  }
}

/** A runner may fail without a failed test, such as when a file does not load. */
function atLeastOne(status, passed, failed) {
  return { passed, failed: status === 0 ? failed : Math.max(failed, 1) };
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
