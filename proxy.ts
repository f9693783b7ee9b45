import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "./lib/env";
import { isFromOurPages, PAGE_HEADER } from "./lib/http/request";
import { isLocale, isStaffLocale, SOURCE_LOCALE } from "./lib/i18n/locales";

/**
 * Staff pages only: their policy with a nonce, their locale, and the origin of what they post. Who is asking is
 * settled by the gates, never here.
 */
export function proxy(request: NextRequest): NextResponse {
  if (request.method === "POST" && !isFromOurPages(request.headers)) {
    return new NextResponse("403", { status: 403, headers: { "Cache-Control": "no-store" } });
  }
  const [, locale = "", ...rest] = request.nextUrl.pathname.split("/");
  // Declared fallback: whoever comes from a page in another language goes on in German.
  if (isLocale(locale) && !isStaffLocale(locale)) {
    const url = new URL(`/${[SOURCE_LOCALE, ...rest].join("/")}${request.nextUrl.search}`, request.url);
    return NextResponse.redirect(url, { status: 307, headers: { "Cache-Control": "no-store" } });
  }
  const policy = policyWith(randomBytes(16).toString("base64"));
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy); // Next reads the nonce from here
  if (isStaffLocale(locale)) headers.set("X-NEXT-INTL-LOCALE", locale);
  headers.set(PAGE_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cache-Control", "no-store");
  return response;
}

function policyWith(nonce: string): string {
  // The development server needs eval for its source maps and a socket for its reloads.
  const dev = env().NODE_ENV === "development";
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export const config = {
  matcher: [
    "/:locale/(sign-in|dashboard|network|account|join|recover)/:path*",
    "/:locale/(sign-in|account|recover)",
  ],
};
