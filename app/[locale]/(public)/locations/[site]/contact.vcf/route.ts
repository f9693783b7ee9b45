import { contactCard } from "@/components/public/locations/contact-card";
import { findSite } from "@/lib/sites/queries";
import { notice, publicRoute } from "../../../public-route";

export const GET = publicRoute<"site">(async ({ locale, now, origin }, names) => {
  const site = await findSite(names.site, now);
  if (!site) return notice(locale, "notFound", 404);
  const card = contactCard(site, `${origin}/${locale}/locations/${site.id}`);
  return new Response(card, {
    headers: {
      "Content-Type": "text/vcard; charset=utf-8",
      // A name that says nothing among the downloads of a shared device.
      "Content-Disposition": 'inline; filename="contact.vcf"',
      "Cache-Control": "no-store",
    },
  });
});
