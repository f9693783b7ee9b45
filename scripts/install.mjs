// Runs before anything is installed: only what Node itself brings.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

export const ROOT = path.dirname(
  import.meta.dirname ?? new URL(".", import.meta.url).pathname.replace(/\/$/, ""),
);

const OLDEST_NODE = [20, 19];

/** Ends the process with one sentence when Node is too old for what follows. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  fail(`weact needs Node.js ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}.`);
}

/** Installs the packages of the lockfile, unless exactly they are installed already. */
export async function installPackages() {
  if (isInstalled()) return;
  const started = performance.now();
  process.stdout.write("  Installing packages …");
  const { code, output } = await npm(["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"]);
  if (code === 0) return console.log(` ${((performance.now() - started) / 1000).toFixed(1)} s`);
  console.log();
  if (/ENOSPC|no space left/i.test(output))
    fail(`The disk is full: free some space for ${ROOT} and start again.`);
  const reason =
    output.match(/npm error (?!code|errno|syscall|A complete log)(.+)/i)?.[1] ??
    `npm ended with code ${code}`;
  fail(`The packages could not be installed: ${reason.trim().replace(/\.$/, "")}.`);
}

/**
 * npm writes node_modules/.package-lock.json last of all, so it tells what a finished
 * installation put there; an interrupted one leaves none.
 */
function isInstalled() {
  const hidden = path.join(ROOT, "node_modules/.package-lock.json");
  if (!existsSync(hidden)) return false;
  const { "": _root, ...wanted } = readPackages(path.join(ROOT, "package-lock.json"));
  const present = readPackages(hidden);
  const same = ([where, entry]) =>
    wanted[where]?.version === entry.version && wanted[where]?.integrity === entry.integrity;
  return (
    Object.entries(present).every(same) &&
    Object.entries(wanted).every(([where, entry]) => where in present || entry.optional || entry.devOptional)
  );
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

function npm(args) {
  const cli = process.env.npm_execpath;
  const [command, first] = cli?.endsWith(".js") ? [process.execPath, [cli]] : ["npm", []];
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(command, [...first, ...args], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("error", () => resolve({ code: 127, output: "npm error npm was not found" }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
