import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/**
 * The network address a request comes from. Entries of X-Forwarded-For count only as far as our
 * own proxies wrote them: with n proxies that is the nth from the right. What stands further to
 * the left is whatever the sender claims.
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  // On a socket for both families an IPv4 address comes dressed up as IPv6.
  const direct = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  if (trustedProxies === 0) return direct;
  const entries = String(request.headers["x-forwarded-for"] ?? "").split(",");
  const entry = entries.at(-trustedProxies)?.trim() ?? "";
  return isIP(entry) ? entry : direct;
}
