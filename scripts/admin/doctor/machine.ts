import { existsSync, readFileSync, statfsSync, statSync } from "node:fs";
import { freemem } from "node:os";
import path from "node:path";
import { ROOT } from "../../launch/settings";
import { type Finding, ok, problem, warn } from "./finding";

const OLDEST_NODE = [20, 19] as const;
const MIB = 2 ** 20;

/** Sign-in takes 64 MiB for each person who signs in at the same moment. */
const MEMORY = { problem: 128 * MIB, warn: 512 * MIB };
const DISK = { problem: 200 * MIB, warn: 1024 * MIB };

export function checkNode(version: string): Finding[] {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const recent = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  if (recent) return [ok("node", `Node.js ${version}.`)];
  const needed = OLDEST_NODE.join(".");
  return [problem("node", `This is Node.js ${version}.`, `Install Node.js ${needed} or newer.`)];
}

export const checkMemory = (free = freemem()): Finding[] => [
  amount(
    "memory",
    free,
    MEMORY,
    "of memory free",
    "Stop what else runs here, or give the machine more memory.",
  ),
];

export function checkDisk(dataDir: string, free = freeDisk(dataDir)): Finding[] {
  const todo = "Free some space: without it PostgreSQL stops, and nothing more can be handed in.";
  return [amount("disk", free, DISK, `free on the disk of ${dataDir}`, todo)];
}

function amount(subject: string, bytes: number, least: typeof DISK, what: string, todo: string): Finding {
  const says = `${bytes < 10 * 1024 * MIB ? `${Math.floor(bytes / MIB)} MiB` : `${Math.floor(bytes / MIB / 1024)} GiB`} ${what}.`;
  if (bytes < least.problem) return problem(subject, says, todo);
  return bytes < least.warn ? warn(subject, says, todo) : ok(subject, says);
}

function freeDisk(dataDir: string): number {
  let place = dataDir;
  while (!existsSync(place)) place = path.dirname(place);
  const { bavail, bsize } = statfsSync(place);
  return bavail * bsize;
}

/** Files that hold secrets, or on which secrets depend, may be open to nobody but their owner. */
export function checkFiles(dataDir: string, pinsFile: string, envFile = path.join(ROOT, ".env")): Finding[] {
  const files = [
    path.join(dataDir, "secrets.json"),
    path.join(dataDir, "demo-accounts.json"),
    pinsFile,
    ...(holdsSecrets(envFile) ? [envFile] : []),
  ].filter((file) => existsSync(file));
  const open = files.filter((file) => (statSync(file).mode & 0o077) !== 0);
  if (!open.length) return [ok("files", `${files.length} files with secrets, open to their owner only.`)];
  return open.map((file) =>
    problem("files", `${file} is open to other people of this machine.`, `Close it: chmod 600 ${file}`),
  );
}

const holdsSecrets = (file: string): boolean =>
  existsSync(file) && /^\s*(WEACT_SECRET|DATABASE_URL)\s*=/m.test(readFileSync(file, "utf8"));
