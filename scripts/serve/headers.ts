import type { ServerResponse } from "node:http";

const DENIED_FEATURES = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "screen-wake-lock",
  "serial",
  "usb",
  "xr-spatial-tracking",
];

/** The headers of every response, errors included. */
export function securityHeaders(https: boolean): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    // Not no-referrer: browsers would then send `Origin: null` with a form, and no form could be accepted.
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": DENIED_FEATURES.map((feature) => `${feature}=()`).join(", "),
    "X-DNS-Prefetch-Control": "off",
    ...(https ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {}),
  };
}

/** For what the application does not answer itself, or answers without saying: nothing may run, nothing is kept. */
export const FALLBACK_HEADERS: Record<string, string> = {
  "Content-Security-Policy":
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "Cache-Control": "no-store",
};

/** Sets the security headers now, and the fallbacks at the last moment, when it is known what the application set. */
export function guardResponse(response: ServerResponse, https: boolean): void {
  for (const [name, value] of Object.entries(securityHeaders(https))) response.setHeader(name, value);
  // Next stores even the single headers of a route handler as lists; its compression does not recognise such a
  // Content-Type and would leave every document as it is (vercel/next.js#98007).
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) =>
    setHeader(name, Array.isArray(value) && /^content-type$/i.test(name) ? String(value[0]) : value);
  const writeHead = response.writeHead as (...args: unknown[]) => ServerResponse;
  response.writeHead = (...args: unknown[]) => {
    const given = Object.keys(
      args.findLast((arg) => typeof arg === "object" && !Array.isArray(arg)) ?? {},
    ).map((name) => name.toLowerCase());
    for (const [name, value] of Object.entries(FALLBACK_HEADERS)) {
      if (!response.hasHeader(name) && !given.includes(name.toLowerCase())) response.setHeader(name, value);
    }
    response.removeHeader("X-Powered-By");
    return writeHead.apply(response, args);
  };
}
