import { randomUUID } from "node:crypto";
import { isOutage } from "./outage";

/** The id under which a request stands in the log. */
export const requestId = (headers: Headers): string => headers.get("x-request-id") ?? randomUUID();

/**
 * Reports a fault under the id that the visitor is shown. The server's console is the journal
 * (scripts/serve/console.ts): it keeps the kind, the code and the places, never the message.
 *
 * @returns the status to answer with
 */
export function reportFault(error: unknown, id: string): 500 | 503 {
  const fault = error instanceof Error ? error : new Error("something else was thrown");
  // biome-ignore lint/suspicious/noConsole: the only way from Next's bundles to the server's journal
  console.error(Object.assign(fault, { digest: id }));
  return isOutage(error) ? 503 : 500;
}
