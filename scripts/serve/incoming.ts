import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isFromOurPages } from "../../lib/http/request";
import { clientAddress } from "./address";

const LARGEST_BODY = 1_500_000; // bytes: the longest message in the widest script, form-encoded, and room
const METHODS = ["GET", "HEAD", "POST"];
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

export type Refusal = 400 | 403 | 405 | 411 | 413;

/** What is refused before the application sees it. */
export function refusalFor({ method = "", url = "", headers }: IncomingMessage): Refusal | undefined {
  if (!METHODS.includes(method)) return 405;
  if (!isPath(url)) return 400;
  // A Server Action can be called on any address, also on those that proxy.ts does not see.
  if (headers["next-action"] && !isFromOurPages(new Headers(headers as Record<string, string>))) return 403;
  // A body of unknown length could only be measured while it streams; no browser sends one.
  if (headers["transfer-encoding"]) return 411;
  if (Number(headers["content-length"] ?? 0) > LARGEST_BODY) return 413;
  return undefined;
}

/**
 * A path of ours, its escapes whole. The framework takes others for a fault of its own, and a full address for a
 * redirect to wherever it names.
 */
function isPath(url: string): boolean {
  if (!url.startsWith("/") || url.startsWith("//")) return false;
  try {
    decodeURIComponent(url.split("?")[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

/**
 * Replaces what a sender may claim by what we know. The address is for the request limits only
 * and stays in memory.
 *
 * @returns the random id under which this request is logged
 */
export function tidyHeaders(request: IncomingMessage, publicOrigin: URL, trustedProxies: number): string {
  const { headers } = request;
  const address = clientAddress(request, trustedProxies);
  for (const name of Object.keys(headers)) {
    if (name.startsWith("x-forwarded-") || name === "forwarded" || name === "x-real-ip") delete headers[name];
  }
  const id = randomUUID();
  headers["x-client-address"] = address;
  headers["x-request-id"] = id;
  // Whatever name a proxy used for us, and whatever Host a sender made up: this is who we are.
  headers["x-forwarded-host"] = publicOrigin.host;
  headers["x-forwarded-proto"] = publicOrigin.protocol.slice(0, -1);
  if (headers.origin && isSameMachine(headers.origin, publicOrigin)) headers.origin = publicOrigin.origin;
  return id;
}

/** On a developer's machine localhost and 127.0.0.1 are the same place, though not the same origin. */
function isSameMachine(origin: string, { protocol, hostname, port }: URL): boolean {
  if (!LOOPBACK.test(hostname) || !URL.canParse(origin)) return false;
  const other = new URL(origin);
  return other.protocol === protocol && LOOPBACK.test(other.hostname) && other.port === port;
}
