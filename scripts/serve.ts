// The HTTP server around Next: what must hold for every response, whoever makes it. A process of
// its own, started by the launcher, which it tells when it listens and whose end it does not outlive.
import { createServer, type IncomingMessage, STATUS_CODES, type ServerResponse } from "node:http";
import path from "node:path";
import next from "next";
import { env } from "../lib/env";
import { replaceConsole, surviveErrors } from "./serve/console";
import { guardResponse, securityHeaders } from "./serve/headers";
import { refusalFor, tidyHeaders } from "./serve/incoming";
import { openJournal } from "./serve/journal";
import { routeFor } from "./serve/route";
import { stopGracefully } from "./serve/stop";

/** What the launcher is told: that the server listens, or the code of the error that keeps it from that. */
export type ServerReport = { readonly listening: true } | { readonly failure: string };

const { LOG_LEVEL, NODE_ENV, PUBLIC_ORIGIN, TRUSTED_PROXIES } = env();
const dev = NODE_ENV === "development";
const publicOrigin = new URL(PUBLIC_ORIGIN);
const https = publicOrigin.protocol === "https:";
const journal = openJournal(LOG_LEVEL);
const [port, hostname] = [Number(process.env.PORT), process.env.HOST ?? "127.0.0.1"];

if (!dev) replaceConsole(journal);
surviveErrors(journal);

const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: 120_000 });
const app = next({ dev, dir: path.resolve(import.meta.dirname, ".."), hostname, port, httpServer: server, turbopack: true, quiet: !dev });
stopGracefully(server, () => app.close());
await app.prepare();
const handle = app.getRequestHandler();

server.on("request", (request: IncomingMessage, response: ServerResponse) => {
  const started = performance.now();
  const { method = "", url = "/" } = request;
  const id = tidyHeaders(request, publicOrigin, TRUSTED_PROXIES);
  guardResponse(response, https);
  response.on("close", () => {
    const ms = Math.round(performance.now() - started);
    journal.request({ id, method, route: routeFor(url, response.statusCode), status: response.statusCode, ms });
  });
  const refusal = refusalFor(request);
  if (refusal) return answerPlainly(response, refusal);
  handle(request, response).catch((error: unknown) => {
    journal.error("unanswered", error);
    if (response.headersSent) response.destroy();
    else answerPlainly(response, 500);
  });
});

function answerPlainly(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  // The rest of a refused body is not read.
  response.setHeader("Connection", "close");
  if (status === 405) response.setHeader("Allow", "GET, HEAD, POST");
  response.end(`${status} ${STATUS_CODES[status]}\n`);
}

// What is not HTTP at all never becomes a request, so its answer is written by hand.
server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
  if (!socket.writable || error.code === "ECONNRESET") return socket.destroy();
  const status = error.code === "HPE_HEADER_OVERFLOW" ? 431 : error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
  const headers = Object.entries({ ...securityHeaders(https), "Content-Length": "0", Connection: "close" });
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`);
});

const report = (message: ServerReport): boolean | undefined => process.send?.(message);
server.once("error", (error: NodeJS.ErrnoException) => {
  report({ failure: error.code ?? "unknown" });
  process.exit(1);
});
server.listen(port, hostname, () => report({ listening: true }));
