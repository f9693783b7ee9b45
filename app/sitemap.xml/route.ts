import { env } from "@/lib/env";
import { KEPT } from "@/lib/http/kept";
import { LOCALES } from "@/lib/i18n/locales";
import { listSites } from "@/lib/sites/queries";

const PAGES = [
  "",
  "/contact",
  "/locations",
  "/mailbox",
  "/safety",
  "/privacy",
  "/accessibility",
  "/complaints",
  "/imprint",
];

export const dynamic = "force-dynamic"; // not at build: sites and address are known only where it runs

/** Every page that may be found, in every language. Which pages belong together, each says in its head. */
export async function GET(): Promise<Response> {
  const { PUBLIC_ORIGIN } = env();
  const sites = (await listSites(new Date())).map(({ id }) => `/locations/${id}`);
  const urls = LOCALES.flatMap((locale) =>
    [...PAGES, ...sites].map((page) => `<url><loc>${PUBLIC_ORIGIN}/${locale}${page}</loc></url>`),
  );
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join("\n")}
</urlset>
`;
  return new Response(xml, {
    headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": KEPT },
  });
}
