import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { Office, PublicSite } from "@/lib/sites/types";
import { COUNSELLING_LANGUAGES } from "@/lib/vocabulary/types";
import { Fact } from "./fact";
import { OpeningTimes } from "./opening-times";
import { SiteNews, SiteOffers } from "./site-facts";
import { groupByState } from "./sites-by-state";

type SiteListProps = { locale: Locale; t: Translator; sites: PublicSite[] };

/** Every site with what is known about it. Unknown facts are left out: a guessed number helps nobody. */
export function SiteList({ locale, t, sites }: SiteListProps) {
  return (
    <section>
      <h2>{t("public.sites.heading")}</h2>
      <p>{t("public.sites.intro")}</p>
      {groupByState(sites).map(({ state, sites: members }) => (
        <section key={state}>
          <h3 lang="de" className="state">
            <bdi>{state}</bdi>
          </h3>
          {members.map((site) => (
            <SiteCard key={site.id} locale={locale} t={t} site={site} />
          ))}
        </section>
      ))}
    </section>
  );
}

type SiteCardProps = { locale: Locale; t: Translator; site: PublicSite; heading?: "h2" | "h4" };

/** One site. What it has to say today comes first. */
export function SiteCard({ locale, t, site, heading: Heading = "h4" }: SiteCardProps) {
  return (
    <article className="site">
      <Heading lang="de">
        <bdi>{site.name}</bdi>
      </Heading>
      <SiteNews locale={locale} t={t} site={site} />
      <dl>
        <Fact label={t("public.sites.carrier")}>
          {site.carriers.map((carrier) => (
            <German key={carrier}>{carrier}</German>
          ))}
        </Fact>
        {site.offices.map((office) => (
          <OfficeFacts key={office.label} locale={locale} t={t} office={office} />
        ))}
        {site.languages.length > 0 && (
          <Fact label={t("public.sites.languages")}>
            <Languages tags={site.languages} />
          </Fact>
        )}
        <SiteOffers locale={locale} t={t} site={site} />
        {site.website && (
          <Fact label={t("public.sites.website")}>
            <a href={site.website} rel="noreferrer" dir="ltr">
              {new URL(site.website).hostname.replace(/^www\./, "")}
            </a>
          </Fact>
        )}
      </dl>
      <a className="button quiet" href={`/${locale}/contact?site=${site.id}`}>
        {t("public.sites.write", { site: site.name })}
      </a>
    </article>
  );
}

function OfficeFacts({ locale, t, office }: { locale: Locale; t: Translator; office: Office }) {
  const town = [office.postalCode, office.city].filter(Boolean).join(" ");
  return (
    <>
      <Fact label={office.street ? t("public.sites.address") : t("public.sites.place")}>
        <German>{[office.street, town].filter(Boolean).join(", ")}</German>
      </Fact>
      {office.phones && (
        <Fact label={t("public.sites.phone")}>
          {office.phones.map((phone) => (
            <a key={phone} href={`tel:${phone.replaceAll(" ", "")}`} dir="ltr">
              {phone}
            </a>
          ))}
        </Fact>
      )}
      {office.emails && (
        <Fact label={t("public.sites.email")}>
          {office.emails.map((email) => (
            <a key={email} href={`mailto:${email}`} dir="ltr">
              {email}
            </a>
          ))}
        </Fact>
      )}
      {typeof office.wheelchair === "boolean" && (
        <Fact label={t("public.sites.wheelchair")}>
          {t(office.wheelchair ? "public.sites.wheelchairYes" : "public.sites.wheelchairNo")}
        </Fact>
      )}
      {office.hours && (
        <Fact label={t("public.sites.hours")}>
          <OpeningTimes locale={locale} t={t} hours={office.hours} />
        </Fact>
      )}
    </>
  );
}

function Languages({ tags }: { tags: string[] }) {
  return tags.map((tag) => (
    <bdi key={tag} lang={tag} className="tag">
      {COUNSELLING_LANGUAGES[tag] ?? tag}
    </bdi>
  ));
}

/** Names and addresses stay German in every language, and are read out as German. */
const German = ({ children }: { children: string }) => (
  <span className="line">
    <bdi lang="de">{children}</bdi>
  </span>
);
