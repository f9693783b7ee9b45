import { renderSVG } from "uqr";
import { PosterPage } from "@/components/public/locations/poster-page";
import { findSite } from "@/lib/sites/queries";
import { notice, publicRoute } from "../../../public-route";
import { respond } from "../../../respond";

export const GET = publicRoute<"site">(async ({ locale, t, now, origin }, names) => {
  const site = await findSite(names.site, now);
  if (!site) return notice(locale, "notFound", 404);
  const url = `${origin}/${locale}/locations/${site.id}`;
  // A quarter of it may be torn or dirty and a telephone still reads it.
  const qrSvg = renderSVG(url, { ecc: "Q", border: 0 });
  return respond(<PosterPage locale={locale} t={t} site={site} url={url} qrSvg={qrSvg} />, { kept: true });
});
