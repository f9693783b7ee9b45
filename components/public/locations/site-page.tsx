import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { LocationPageFacts } from "@/lib/locations/types";
import type { PublicSite } from "@/lib/sites/types";
import { PublicPage } from "../public-page";
import { German } from "./reach-links";
import { SiteDetails } from "./site-details";
import { SiteNews } from "./site-news";
import { StructuredData } from "./structured-data";

type SitePageProps = { locale: Locale; t: Translator; facts: LocationPageFacts; origin: string };

/** A site by itself: what it says today, the two ways to it, and then everything that is known. */
export function SitePage({ locale, t, facts: { site, openings }, origin }: SitePageProps) {
  const path = `/locations/${site.id}`;
  return (
    <PublicPage
      locale={locale}
      t={t}
      title={t("public.locations.site.title")}
      path={path}
      sheet="site"
      origin={origin}
    >
      <p className="back screen">
        <a href={`/${locale}/locations`}>{t("public.locations.site.back")}</a>
      </p>
      <h1>
        <German>{site.name}</German>
      </h1>
      <SiteNews locale={locale} t={t} site={site} />
      <Ways locale={locale} t={t} site={site} />
      <SiteDetails locale={locale} t={t} site={site} openings={openings} />
      <ul className="take screen">
        <li>
          <a href={`/${locale}${path}/contact.vcf`}>{t("public.locations.site.card")}</a>
        </li>
        <li>
          <a href={`/${locale}${path}/poster`}>{t("public.locations.site.poster")}</a>
        </li>
      </ul>
      <StructuredData site={site} url={`${origin}/${locale}${path}`} />
    </PublicPage>
  );
}

/** To write comes first, since that works at any hour; then the first number that somebody answers. */
function Ways({ locale, t, site }: { locale: Locale; t: Translator; site: PublicSite }) {
  const phone = site.offices.flatMap((office) => office.phones ?? [])[0];
  return (
    <p className="ways">
      <a className="button" href={`/${locale}/contact?site=${site.id}`}>
        {t("public.sites.write", { site: site.name })}
      </a>{" "}
      {phone && (
        <a className="button quiet" href={`tel:${phone.replaceAll(" ", "")}`}>
          {t("public.sites.phone")}: <bdi dir="ltr">{phone}</bdi>
        </a>
      )}
    </p>
  );
}
