import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Failure } from "../launch/failure";
import { ROOT } from "../launch/settings";

/** What a fresh clone would not have, and the settings of whoever runs this. */
const NOT_COPIED = ["node_modules", ".next", ".data", ".git", ".env", "test-results", "generated"];

/** What stays when a kept copy is brought up to date: an unchanged build is not made again. */
const KEPT = ["node_modules", ".next"];

/** The limit programs that must run inside the same build, and where their routes stand in it. */
const LIMIT_ROUTES = {
  "hand-in-route.ts": "app/bench/hand-in/route.ts",
  "constant-rows-page.tsx": "app/[locale]/(staff)/bench/page.tsx",
  "prerendered-layout.tsx": "app/bench/prerendered/layout.tsx",
  "prerendered-page.tsx": "app/bench/prerendered/[page]/page.tsx",
};

/**
 * Makes a copy of the project with the limit programs' routes in it, which no real build must have. Its
 * packages are the same files under a second name where the disk can do that.
 *
 * @param kept where to keep the copy for the next run; a folder that is removed afterwards unless given
 */
export function makeCopy(kept: string | undefined): { dir: string; remove: () => void } {
  const dir = kept ?? mkdtempSync(path.join(tmpdir(), "weact-bench-"));
  mkdirSync(dir, { recursive: true });
  for (const name of readdirSync(dir)) {
    if (!KEPT.includes(name)) rmSync(path.join(dir, name), { recursive: true, force: true });
  }
  cpSync(ROOT, dir, { recursive: true, filter: (file) => !NOT_COPIED.includes(path.basename(file)) });
  for (const [source, target] of Object.entries(LIMIT_ROUTES)) {
    cpSync(path.join(ROOT, "scripts/bench/limits", source), path.join(dir, target));
  }
  if (!existsSync(path.join(dir, "node_modules"))) copyPackages(dir);
  return { dir, remove: kept ? () => undefined : () => rmSync(dir, { recursive: true, force: true }) };
}

/** Makes a copy as cold as a fresh clone with its packages installed. */
export function coolDown(dir: string): void {
  for (const made of [".next", ".data", "node_modules/.cache", "lib/db/generated"])
    rmSync(path.join(dir, made), { recursive: true, force: true });
}

function copyPackages(dir: string): void {
  const [from, to] = [path.join(ROOT, "node_modules"), path.join(dir, "node_modules")];
  const done = ["-al", "-a"].some((how) => {
    rmSync(to, { recursive: true, force: true });
    return spawnSync("cp", [how, from, to]).status === 0;
  });
  if (!done) throw new Failure(`The packages could not be copied to ${to}: is the disk full?`);
  rmSync(path.join(to, ".cache"), { recursive: true, force: true });
}
