import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Failure } from "./failure";

/** How long to wait for a predecessor that is just ending, in ms. */
const PATIENCE = 4_000;

/** Asks before the long work, so that nobody waits for a build that cannot be served. */
export async function requireFreePort(port: number, host: string): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    const code = await tryPort(port, host);
    if (!code) return;
    if (code === "EADDRINUSE" && performance.now() < deadline) await pause(100);
    else throw portFailure(code, port, host);
  }
}

export function portFailure(code: string, port: number, host: string): Failure {
  if (code === "EADDRINUSE")
    return new Failure(
      `Port ${port} is already in use: choose another one, such as PORT=${port + 1} npm start.`,
    );
  if (code === "EACCES")
    return new Failure(`Port ${port} may not be used by this account: choose one above 1023 with PORT=….`);
  return new Failure(`This machine cannot listen on ${host} port ${port} (${code}): check HOST and PORT.`);
}

/** A port nobody uses on the loopback address: the preferred one where possible. */
export async function freePort(preferred = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", () =>
      preferred ? freePort().then(resolve, reject) : reject(new Failure("This machine has no free port.")),
    );
    server.listen(preferred, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

function tryPort(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
