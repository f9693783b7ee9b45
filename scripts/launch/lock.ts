import { rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Failure } from "./failure";

/** How long to wait for a predecessor that is just ending, in ms. */
const PATIENCE = 6_000;

/**
 * Makes this process the only launcher of a data folder. The lock is a listening socket and not
 * a file with a process id: it ends with its process, however that ends, and an id that another
 * process got meanwhile cannot be mistaken for it.
 */
export async function lockDataDir(dataDir: string): Promise<void> {
  const file = socketPath(dataDir);
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    const server = await listen(file);
    if (server) return;
    if (!(await answers(file))) rmSync(file, { force: true });
    else if (performance.now() > deadline) {
      throw new Failure(
        `weact is already running with the data folder ${dataDir}: stop it first, or set DATA_DIR to another folder.`,
      );
    } else await pause(100);
  }
}

/** Socket paths are limited to about 100 bytes, so the shorter of the two ways to say it is used. */
function socketPath(dataDir: string): string {
  const absolute = path.join(dataDir, "launcher.sock");
  const relative = path.relative(process.cwd(), absolute);
  const shorter = relative.length < absolute.length ? relative : absolute;
  if (Buffer.byteLength(shorter) > 100)
    throw new Failure(`The path of the data folder is too long: ${dataDir}.`);
  return shorter;
}

function listen(file: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(undefined) : reject(error),
    );
    server.listen(file, () => {
      server.unref();
      resolve(server);
    });
  });
}

function answers(file: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(file, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}
