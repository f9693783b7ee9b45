import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { FALLBACK_HEADERS, securityHeaders } from "./headers";

/** An answer in one line, for what never reaches the application. */
export function answerPlainly(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  // The rest of a refused body is not read.
  response.setHeader("Connection", "close");
  if (status === 405) response.setHeader("Allow", "GET, HEAD, POST");
  response.end(`${status} ${STATUS_CODES[status]}\n`);
}

const LIST_OF_PARTNERS = /^\/[a-z]{2}\/dashboard\/partners\/import$/;
const FURTHEST_READ = 50_000_000; // bytes

/**
 * A file that is too large and was sent without scripts: its page says so in the reader's language. What is still
 * arriving is read and thrown away, because a browser that cannot finish sending shows no answer.
 *
 * @returns whether this was such a file
 */
export function answerOnPage(
  { method, url = "", headers }: IncomingMessage,
  response: ServerResponse,
): boolean {
  const page = url.split("?", 1)[0] ?? "";
  const length = Number(headers["content-length"]);
  if (method !== "POST" || headers["next-action"] || !LIST_OF_PARTNERS.test(page) || length > FURTHEST_READ)
    return false;
  response.writeHead(303, { Location: `${page}?tooLarge=yes`, "Cache-Control": "no-store" }).end();
  return true;
}

const STATUS: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** What is not proper HTTP never becomes a request, so its answer is written by hand. */
export function answerBadRequest(error: NodeJS.ErrnoException, socket: Duplex, https: boolean): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const status = STATUS[error.code ?? ""] ?? 400;
  const headers = {
    ...securityHeaders(https),
    ...FALLBACK_HEADERS,
    "Content-Length": "0",
    Connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("\r\n")}\r\n\r\n`);
}
