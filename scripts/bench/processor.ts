import { readdirSync, readFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second for every program that asks (USER_HZ). */
const TICK_MS = 10;

type Process = { readonly pid: number; readonly parent: number; readonly cpu: number };

/** Processor time of a process and everything it started, what has ended included, in ms. */
export function cpuTime(root: number): number {
  return familyOf(root).reduce((sum, { cpu }) => sum + cpu, 0);
}

/** Memory a process holds at the moment, in MB. */
export function memoryOf(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}

/** The descendant of a process whose command line matches. */
export function findDescendant(root: number, command: RegExp): number | undefined {
  return familyOf(root).find(({ pid }) => command.test(commandLine(pid)))?.pid;
}

function familyOf(root: number): Process[] {
  const all = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? readProcess(Number(name)) : []));
  const family = all.filter(({ pid }) => pid === root);
  for (const member of family) family.push(...all.filter(({ parent }) => parent === member.pid));
  return family;
}

/** Empty when the process has ended meanwhile: its parent has its time then. */
function readProcess(pid: number): Process[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may hold anything, so counting starts behind it.
    const fields = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [, parent = 0] = fields;
    const ticks = fields.slice(11, 15).reduce((sum, each) => sum + each, 0);
    return [{ pid, parent, cpu: ticks * TICK_MS }];
  } catch {
    return [];
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}
