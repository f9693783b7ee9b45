import { env } from "@/lib/env";
import { KEPT } from "@/lib/http/kept";

export const dynamic = "force-dynamic"; // not at build: the address is known only where it runs

/** The public pages may be found; what belongs to one person alone says so itself (`noindex`). */
export function GET(): Response {
  const text = `User-agent: *\nAllow: /\n\nSitemap: ${env().PUBLIC_ORIGIN}/sitemap.xml\n`;
  return new Response(text, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": KEPT },
  });
}
