import type { Journal } from "./journal";

/**
 * Takes the console away from everything that runs in this process. Frameworks print the messages
 * of errors and the parameters of queries; the journal keeps of them only what holds no content.
 */
export function replaceConsole(journal: Journal): void {
  const error = (...args: unknown[]) => journal.error("console", firstError(args));
  const warn = (...args: unknown[]) => journal.warn("console", firstError(args));
  Object.assign(console, { error, warn, trace: warn, log: ignore, info: ignore, debug: ignore });
  process.on("warning", (warning) => journal.warn("warning", warning));
}

/** The error that was printed, or else one that tells where the text came from. */
function firstError(args: unknown[]): unknown {
  return args.find((arg) => arg instanceof Error) ?? Object.assign(new Error(), { name: "text" });
}

function ignore(): void {
  // What is printed for information may hold content as well.
}

/** An error that nobody handles is logged and survived, as a database that goes away must not end the server. */
export function surviveErrors(journal: Journal): void {
  process.on("uncaughtException", (error) => journal.error("uncaughtException", error));
  process.on("unhandledRejection", (reason) => journal.error("unhandledRejection", reason));
}
