import { usesHttps } from "../env";

/** Cookies of the public site: sealed tickets, and a random value by which a form knows its browser again. */
export type PublicCookie = "received" | "mailbox" | "form";

const nameOf = (cookie: PublicCookie): string => `${usesHttps() ? "__Host-" : ""}${cookie}`;

/** A `Set-Cookie` value. It ends after `seconds`. */
export const setCookie = (cookie: PublicCookie, value: string, seconds: number): string =>
  [`${nameOf(cookie)}=${value}`, "Path=/", `Max-Age=${seconds}`, "HttpOnly", "SameSite=Strict"]
    .concat(usesHttps() ? ["Secure"] : [])
    .join("; ");

export const dropCookie = (cookie: PublicCookie): string => setCookie(cookie, "", 0);

export function readCookie(request: Request, cookie: PublicCookie): string | undefined {
  const start = `${nameOf(cookie)}=`;
  const pairs = (request.headers.get("cookie") ?? "").split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(start))?.slice(start.length);
}
