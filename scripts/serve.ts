// The HTTP server around Next: what must hold for every response, whoever makes it. A process of
// its own, started by the launcher, which it tells when it listens and whose end it does not outlive.
import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import next from "next";
import { env } from "../lib/env";
import { replaceConsole, surviveErrors } from "./serve/console";
import { guardResponse } from "./serve/headers";
import { refusalFor, tidyHeaders } from "./serve/incoming";
import { openJournal } from "./serve/journal";
import { answerBadRequest, answerOnPage, answerPlainly } from "./serve/plain";
import { offerProvisioning } from "./serve/provisioning";
import { releaseNightly } from "./serve/releases";
import { routeFor } from "./serve/route";
import { openShelf } from "./serve/shelf";
import { stopGracefully } from "./serve/stop";

/** What the launcher is told: that the server listens, or the code of the error that keeps it from that. */
export type ServerReport = { readonly listening: true } | { readonly failure: string };

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const { LOG_LEVEL, NODE_ENV, PUBLIC_ORIGIN, TRUSTED_PROXIES } = env();
const dev = NODE_ENV === "development";
const publicOrigin = new URL(PUBLIC_ORIGIN);
const https = publicOrigin.protocol === "https:";
const journal = openJournal(LOG_LEVEL);

/** By which the server knows its own question for a page; nobody else can guess it. */
const ownQuestion = randomBytes(16).toString("hex");
const isOwn = ({ headers }: IncomingMessage): boolean => headers["x-own-question"] === ownQuestion;

function answer(handle: Handler, request: IncomingMessage, response: ServerResponse): void {
  const started = performance.now();
  const { method = "", url = "/" } = request;
  const id = tidyHeaders(request, publicOrigin, TRUSTED_PROXIES);
  guardResponse(response, https);
  response.on("close", () => {
    if (isOwn(request)) return;
    const { statusCode: status } = response;
    journal.request({
      id,
      method,
      route: routeFor(url, status),
      status,
      ms: Math.round(performance.now() - started),
    });
  });
  const refusal = refusalFor(request);
  if (refusal === 413 && answerOnPage(request, response)) return;
  if (refusal) answerPlainly(response, refusal);
  else handle(request, response).catch((error: unknown) => giveUp(error, response));
}

/** What is the same for everybody comes from the shelf, everything else from the application. */
function shelved(handle: Handler, server: Server): Handler {
  const shelf = openShelf((path) => {
    const { port } = server.address() as AddressInfo;
    const headers = { "accept-encoding": "identity", "x-own-question": ownQuestion };
    return fetch(`http://${reachable(process.env.HOST)}:${port}${path}`, { headers });
  });
  return async (request, response) => {
    const own = isOwn(request);
    if (!own && shelf.holds(request) && (await shelf.answer(request, response).catch(() => false))) return;
    if (!own) shelf.watch(request, response);
    await handle(request, response);
  };
}

/** Where this machine reaches a server that listens at an address, or at all of them. */
function reachable(host = "127.0.0.1"): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

function giveUp(error: unknown, response: ServerResponse): void {
  journal.error("unanswered", error);
  if (response.headersSent) response.destroy();
  else answerPlainly(response, 500);
}

async function serve(): Promise<void> {
  const port = Number(process.env.PORT);
  const hostname = process.env.HOST ?? "127.0.0.1";
  const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: 120_000 });
  const app = next({ dev, dir: process.cwd(), hostname, port, httpServer: server, turbopack: true });
  const stopReleasing = releaseNightly(journal);
  stopGracefully(server, () => {
    stopReleasing();
    return app.close();
  });
  offerProvisioning();
  await app.prepare();

  // While it is developed, a page changes by itself.
  const handle = dev ? app.getRequestHandler() : shelved(app.getRequestHandler(), server);
  server.on("request", (request, response) => answer(handle, request, response));
  server.on("clientError", (error, socket) => answerBadRequest(error, socket, https));
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, hostname, resolve));
  surviveErrors(journal);
}

const report = (message: ServerReport, then = () => {}) =>
  process.send ? process.send(message, then) : then();

if (!dev) replaceConsole(journal);
try {
  await serve();
  report({ listening: true });
} catch (error) {
  journal.error("start", error);
  report({ failure: String((error as NodeJS.ErrnoException).code ?? "") }, () => process.exit(1));
}
