import { readFileSync } from "node:fs";

/**
 * Calls back when the npm that runs this process is gone. npm starts scripts through a shell, and
 * neither passes on every way to end, so a killed `npm start` would leave everything running.
 */
export function whenNpmEnds(callback: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    callback();
  }, 300);
  timer.unref();
}

/** The parent and, when that is only the shell between npm and us, its parent as well. */
function ancestors(): string {
  const parent = process.ppid;
  try {
    const [, name, grandparent] =
      readFileSync(`/proc/${parent}/stat`, "utf8").match(/\((.*)\) \S+ (\d+)/) ?? [];
    return /^(sh|dash|bash|ash)$/.test(name ?? "") ? `${parent} ${grandparent}` : `${parent}`;
  } catch {
    return `${parent}`; // not Linux, where the shell hands its process over to us
  }
}
