import { preferredLocale } from "@/lib/i18n/negotiate";

/** The bare address leads to the reader's language. */
export function GET(request: Request): Response {
  const headers = {
    Location: `/${preferredLocale(request.headers)}`,
    Vary: "Accept-Language",
    "Cache-Control": "no-store",
  };
  return new Response(null, { status: 307, headers });
}
