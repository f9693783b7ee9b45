import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { Opening } from "@/lib/locations/types";
import { ACCESSIBILITY, type PublicSite, STATES } from "@/lib/sites/types";
import { CHANNELS } from "@/lib/vocabulary/types";
import { formatDay } from "../dates";
import { Fact } from "../fact";
import { OfficeDetails } from "./office-details";
import { German, HostLink } from "./reach-links";
import { SpokenLanguages } from "./spoken-languages";

type SiteDetailsProps = {
  locale: Locale;
  t: Translator;
  site: PublicSite;
  /** Beside each office; without them nothing is said about this moment. */
  openings?: (Opening | null)[];
};

/** All that is known of a site. What is unknown is left out: a guessed number helps nobody. */
export function SiteDetails({ locale, t, site, openings = [] }: SiteDetailsProps) {
  const several = site.offices.length > 1;
  return (
    <>
      {site.offices.map((office, index) => (
        <section key={office.label} className="site">
          {several && (
            <h2>
              <German>{office.label}</German>
            </h2>
          )}
          <OfficeDetails locale={locale} t={t} office={office} opening={openings[index] ?? null} />
        </section>
      ))}
      <dl className="details">
        <HowToTalk t={t} site={site} />
        <ForWhom locale={locale} t={t} site={site} />
      </dl>
    </>
  );
}

function HowToTalk({ t, site }: { t: Translator; site: PublicSite }) {
  const channels = CHANNELS.filter((channel) => site.channels.includes(channel));
  const offers = ACCESSIBILITY.filter((code) => site.accessibility.includes(code));
  return (
    <>
      {site.languages.length > 0 && (
        <Fact label={t("public.sites.languages")}>
          <SpokenLanguages tags={site.languages} />
        </Fact>
      )}
      {channels.length > 0 && (
        <Fact label={t("public.sites.channels")}>
          <Lines texts={channels.map((channel) => t(`public.contact.wishes.channels.${channel}`))} />
        </Fact>
      )}
      {offers.length > 0 && (
        <Fact label={t("public.sites.accessibility")}>
          <Lines texts={offers.map((code) => t(`public.sites.offers.${code}`))} />
        </Fact>
      )}
    </>
  );
}

function ForWhom({ locale, t, site }: { locale: Locale; t: Translator; site: PublicSite }) {
  const { areaStates, areaPostalCodes, answerDays, carriers, website, checkedOn } = site;
  const area = [...areaStates.map((code) => STATES[code] ?? code), ...areaPostalCodes.map(shownPostalCode)];
  return (
    <>
      {area.length > 0 && (
        <Fact label={t("public.sites.area")}>
          <German>{area.join(", ")}</German>
        </Fact>
      )}
      {answerDays && (
        <Fact label={t("public.sites.answer")}>
          {t("public.sites.answerDays", { count: answerDays, digits: String(answerDays) })}
        </Fact>
      )}
      {carriers.length > 0 && (
        <Fact label={t("public.sites.carrier")}>
          <Lines texts={carriers} german />
        </Fact>
      )}
      {website && (
        <Fact label={t("public.sites.website")}>
          <HostLink href={website} />
        </Fact>
      )}
      {checkedOn && <Fact label={t("public.sites.checked")}>{formatDay(locale, new Date(checkedOn))}</Fact>}
    </>
  );
}

const Lines = ({ texts, german }: { texts: string[]; german?: boolean }) =>
  texts.map((text) => (
    <span key={text} className="line">
      {german ? <German>{text}</German> : text}
    </span>
  ));

/** The beginning of a postal code stands for all that begin so. */
const shownPostalCode = (code: string): string => code.padEnd(5, "*");
