import { Cron } from "croner";
import { forkScript } from "../launch/fork-script";
import type { Journal } from "./journal";
import type { NightlyReport } from "./release-due";

const PROGRAM = "scripts/serve/release-due.ts";
/** When hardly anybody is at work. */
const NIGHTLY = "20 3 * * *";
/** A machine that is off at night releases some minutes after it was started, when the start is over. */
const AFTER_START_MS = 5 * 60_000;

/**
 * Has the quarters that are due released every night. The work is done in a short process of its own: rounding and
 * the attacker reckon for seconds or minutes, during which this process could answer nobody. Several instances may do
 * the same at once; the database lets one of them through.
 *
 * @returns what ends it; a release that is under way is then as if it had never begun
 */
export function releaseNightly(journal: Journal, begin: typeof runProgram = runProgram): () => void {
  let end = () => {};
  const release = async (): Promise<void> => {
    const run = begin(journal);
    end = run.end;
    await run.done;
  };
  const options = { timezone: "Europe/Berlin", protect: true, unref: true };
  const nightly = new Cron(NIGHTLY, options, release);
  const once = setTimeout(() => void nightly.trigger(), AFTER_START_MS);
  once.unref();
  return () => {
    clearTimeout(once);
    nightly.stop();
    end();
  };
}

function runProgram(journal: Journal): { done: Promise<void>; end: () => void } {
  const child = forkScript(PROGRAM, process.env);
  let answered = false;
  child.on("message", (report: NightlyReport) => {
    answered = true;
    for (const result of report.results) journal.release(result);
    if (report.failed) journal.warn("release", Object.assign(new Error(), report.failed));
  });
  const done = new Promise<void>((resolve) => {
    child.once("error", (error) => {
      journal.error("release", error);
      resolve();
    });
    child.once("exit", (code, signal) => {
      if (!answered && !signal) journal.warn("release", Object.assign(new Error(), { code: code ?? 0 }));
      resolve();
    });
  });
  return { done, end: () => void child.kill("SIGTERM") };
}
