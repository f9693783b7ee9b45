import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { Finding } from "@/lib/locations/types";
import type { PublicSite } from "@/lib/sites/types";
import { Icon } from "../icons";
import { German, PhoneLink } from "./reach-links";
import { SiteNews } from "./site-news";
import { SpokenLanguages } from "./spoken-languages";

type SiteEntryProps = {
  locale: Locale;
  t: Translator;
  site: PublicSite;
  heading: "h3" | "h4";
  /** How the site fits what somebody looks for; without it the site is one of all. */
  finding?: Finding;
};

/** A site in a list: enough to choose it and to call, the rest stands on its own page. */
export function SiteEntry({ locale, t, site, heading: Heading, finding }: SiteEntryProps) {
  const page = `/${locale}/locations/${site.id}`;
  const served = Boolean(finding?.reason);
  return (
    <article className={served ? "site" : "site row"}>
      <Heading>
        <a href={page}>
          <German>{site.name}</German>
        </a>
      </Heading>
      {finding?.reason && (
        <p className="reason">
          <Icon name="done" />
          {t(`public.locations.reasons.${finding.reason}`)}
        </p>
      )}
      <SiteNews locale={locale} t={t} site={site} />
      <Whereabouts t={t} site={site} {...(finding ? { finding } : {})} />
      <Phones site={site} />
      {site.languages.length > 0 && (
        <p>
          <span className="unseen">{t("public.sites.languages")}: </span>
          <SpokenLanguages tags={site.languages} />
        </p>
      )}
      {served && (
        <a className="button quiet" href={`/${locale}/contact?site=${site.id}`}>
          {t("public.sites.write", { site: site.name })}
        </a>
      )}
    </article>
  );
}

/** Where a site is, and how far the nearest office. */
function Whereabouts({ t, site, finding }: { t: Translator; site: PublicSite; finding?: Finding }) {
  const towns = finding?.office ? [finding.office.city] : townsOf(site);
  const km = finding?.km ?? null;
  return (
    <p>
      <German>{towns.join(", ")}</German>
      {km !== null && (
        <>
          {" · "}
          {km < 1 ? t("public.locations.distanceShort") : t("public.locations.distance", { km: String(km) })}
        </>
      )}
    </p>
  );
}

const townsOf = (site: PublicSite): string[] => [...new Set(site.offices.map(({ city }) => city))];

function Phones({ site }: { site: PublicSite }) {
  const phones = [...new Set(site.offices.flatMap((office) => office.phones ?? []))];
  if (phones.length === 0) return null;
  return (
    <p className="phones">
      {phones.map((phone) => (
        <PhoneLink key={phone} phone={phone} />
      ))}
    </p>
  );
}
