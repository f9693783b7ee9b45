import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { LocationAnswer } from "@/lib/locations/types";
import type { PublicSite } from "@/lib/sites/types";
import { PublicPage } from "../public-page";
import { groupByState } from "../sites-by-state";
import { Answer } from "./answer";
import { FINDER_FORM, FinderForm } from "./finder-form";
import { MapOfSites } from "./map-of-sites";
import { Partners } from "./other-ways";
import { German } from "./reach-links";
import { SiteEntry } from "./site-entry";
import { queryOf } from "./suggestions";

type FinderPageProps = {
  locale: Locale;
  t: Translator;
  answer: LocationAnswer;
  /** Given where nothing was asked: an answer is for the person who asked. */
  origin?: string;
};

/** Which sites there are, and which of them are there for somebody from a place. The title does not tell. */
export function FinderPage({ locale, t, answer, origin }: FinderPageProps) {
  const query = queryOf(answer.search);
  const map = <MapOfSites locale={locale} t={t} map={answer.map} />;
  return (
    <PublicPage
      locale={locale}
      t={t}
      title={t("public.locations.title")}
      path={query ? `/locations?${query}` : "/locations"}
      sheet="finder"
      form={FINDER_FORM}
      {...(origin ? { origin } : {})}
    >
      <div className="finder">
        <h1>{t("public.locations.heading")}</h1>
        <p className="lead">{t("public.locations.lead")}</p>
        <FinderForm locale={locale} t={t} search={answer.search} />
        {query ? <Answer locale={locale} t={t} answer={answer} /> : null}
        {map}
        {query ? null : <AllSites locale={locale} t={t} sites={answer.findings.map(({ site }) => site)} />}
        <Partners t={t} />
      </div>
    </PublicPage>
  );
}

/** Everything on the map as a list, under the Länder. */
function AllSites({ locale, t, sites }: { locale: Locale; t: Translator; sites: PublicSite[] }) {
  return (
    <section>
      <h2>{t("public.locations.all")}</h2>
      {groupByState(sites).map(({ state, sites: members }) => (
        <section key={state}>
          <h3 className="state">
            <German>{state}</German>
          </h3>
          {members.map((site) => (
            <SiteEntry key={site.id} locale={locale} t={t} site={site} heading="h4" />
          ))}
        </section>
      ))}
    </section>
  );
}
