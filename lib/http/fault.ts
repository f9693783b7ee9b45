/**
 * Reports a fault under the id that the visitor is shown. The server's console is the journal
 * (scripts/serve/console.ts): it keeps the kind, the code and the places, never the message.
 */
export function reportFault(error: unknown, id: string): void {
  const fault = error instanceof Error ? error : new Error("something else was thrown");
  // biome-ignore lint/suspicious/noConsole: the only way from Next's bundles to the server's journal
  console.error(Object.assign(fault, { digest: id }));
}
