import type { Server } from "node:http";

/** How long running requests may take when the server is asked to stop, in ms. */
const GRACE = 10_000;

/** Stops at a signal or when the launcher is gone: takes no new requests, finishes the running ones, exits. */
export function stopGracefully(server: Server, close: () => Promise<void>): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    const force = setTimeout(() => server.closeAllConnections(), GRACE);
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeIdleConnections();
    });
    clearTimeout(force);
    await close().catch(() => undefined);
    process.exit(0);
  };
  for (const event of ["SIGTERM", "SIGINT", "disconnect"]) process.on(event, stop);
}
