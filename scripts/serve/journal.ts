import pino from "pino";

/**
 * The log: one line an event, and in it only what is listed here. Neither an address nor a query,
 * a body, a header or the message of an error, because any of them may hold what a person wrote.
 */
export type Journal = {
  request(entry: { id: string; method: string; route: string; status: number; ms: number }): void;
  error(event: string, error: unknown): void;
  warn(event: string, error: unknown): void;
  info(event: string): void;
  /**
   * What came of releasing a quarter; `table` where one was the reason that it did not happen, `unreadable` where facts
   * did not open.
   */
  release(entry: { quarter: string; result: string; table?: string; unreadable?: number }): void;
};

export function openJournal(level: string): Journal {
  const log = pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
  return {
    request: ({ id, method, route, status, ms }) =>
      log[status >= 500 ? "error" : "info"]({ event: "request", id, method, route, status, ms }),
    error: (event, error) => log.error({ event, ...describe(error) }),
    warn: (event, error) => log.warn({ event, ...describe(error) }),
    info: (event) => log.info({ event }),
    release: ({ quarter, result, table, unreadable }) =>
      log[result === "released" ? "info" : "warn"]({ event: "release", quarter, result, table, unreadable }),
  };
}

const FRAMES = 12;

/** Everything of an error that cannot hold content: its kind, its code, and the places in our code. */
export function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return {};
  const { code, digest } = error as { code?: unknown; digest?: unknown };
  return {
    name: error.name,
    ...(isCode(code) ? { code } : {}),
    ...(isCode(digest) ? { digest } : {}),
    at: stackFrames(error),
    ...(error.cause instanceof Error ? { cause: describe(error.cause) } : {}),
  };
}

/** The first lines of a stack repeat the message, which may itself have many lines, also some that look like frames. */
function stackFrames(error: Error): string[] {
  const stack = String(error.stack ?? "");
  const frames = stack.includes(error.message)
    ? stack.slice(stack.indexOf(error.message) + error.message.length)
    : stack;
  return frames
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /^at \S/.test(line) && /:\d+:\d+\)?$/.test(line) && !/firstError|console/.test(line))
    .slice(0, FRAMES);
}

const isCode = (value: unknown): boolean =>
  /^[\w-]{1,40}$/.test(typeof value === "string" || typeof value === "number" ? String(value) : "");
