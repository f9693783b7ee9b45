import { SitePage } from "@/components/public/locations/site-page";
import { locationFacts } from "@/lib/locations/queries";
import { findSite } from "@/lib/sites/queries";
import { notice, publicRoute } from "../../public-route";
import { respond } from "../../respond";

export const GET = publicRoute<"site">(async ({ locale, t, now, origin }, names) => {
  const site = await findSite(names.site, now);
  if (!site) return notice(locale, "notFound", 404);
  const facts = locationFacts(site, now);
  return respond(<SitePage locale={locale} t={t} facts={facts} origin={origin} />, { kept: true });
});
