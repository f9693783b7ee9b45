import type { ReactElement } from "react";
import { cssHash } from "@/components/public/generated/styles";

/** Documents run no inline script, load nothing from elsewhere, and hold one style block, named by its hash. */
const POLICY = [
  "default-src 'none'",
  `style-src '${cssHash}'`,
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

type Answer = { status?: number; cookie?: string };

/**
 * Answers with a public page: HTML without any framework runtime. React renders it here and is not sent along,
 * so a page is as light as its text, and a POST can answer with what was typed.
 */
export async function respond(page: ReactElement, { status = 200, cookie }: Answer = {}): Promise<Response> {
  // Imported late: Next refuses a static import of the renderer in a route.
  const { renderToStaticMarkup } = await import("react-dom/server");
  const headers = new Headers({
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
  });
  if (cookie) headers.set("Set-Cookie", cookie);
  return new Response(`<!doctype html>${renderToStaticMarkup(page)}`, { status, headers });
}

/** Sends the browser on with GET, so that reloading the next page sends nothing again. */
export function seeOther(path: string, cookie?: string): Response {
  const headers = new Headers({ Location: path, "Cache-Control": "no-store" });
  if (cookie) headers.set("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}
