type Ending = () => Promise<void> | void;

const endings: Ending[] = [];
let ending: Promise<void> | undefined;

/** Registers what to end; the last thing started is ended first. */
export function beforeExit(end: Ending): void {
  endings.push(end);
}

export const isStopping = (): boolean => ending !== undefined;

/** Ends everything in order, then the process. Calling it again changes nothing. */
export function stop(code: number): Promise<void> {
  ending ??= endAll().then(() => process.exit(code));
  return ending;
}

async function endAll(): Promise<void> {
  for (const end of endings.toReversed()) {
    try {
      await end();
    } catch {
      // What cannot be ended must not keep the rest from ending.
    }
  }
}

/** From how long after the first a second signal is a wish of its own, in ms: one Ctrl-C may arrive several times. */
const SECOND = 1_000;

/** Stops at a signal; at a second one without waiting, and the next start tidies up. */
export function stopOnSignals(): void {
  let first: number | undefined;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      const now = performance.now();
      if (first !== undefined && now - first > SECOND) process.exit(1);
      if (first === undefined) process.stdout.write("\nStopping …\n");
      first ??= now;
      void stop(0);
    });
  }
}
