import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { Opening } from "@/lib/locations/types";
import type { Office } from "@/lib/sites/types";
import { Fact } from "../fact";
import { OpeningTimes } from "../opening-times";
import { OpeningLine } from "./opening-line";
import { German, MailLink, PhoneLink } from "./reach-links";

type OfficeProps = { locale: Locale; t: Translator; office: Office; opening: Opening | null };

/** Whether somebody is there, where an office is and how to reach it. */
export function OfficeDetails({ locale, t, office, opening }: OfficeProps) {
  return (
    <>
      {opening && <OpeningLine locale={locale} t={t} opening={opening} />}
      <dl>
        <Whereabouts t={t} office={office} />
        {office.phones && office.phones.length > 0 && (
          <Fact label={t("public.sites.phone")}>
            {office.phones.map((phone) => (
              <PhoneLink key={phone} phone={phone} />
            ))}
          </Fact>
        )}
        {office.emails && office.emails.length > 0 && (
          <Fact label={t("public.sites.email")}>
            {office.emails.map((email) => (
              <MailLink key={email} email={email} />
            ))}
          </Fact>
        )}
        {office.hours && office.hours.length > 0 && (
          <Fact label={t("public.sites.hours")}>
            <OpeningTimes locale={locale} t={t} hours={office.hours} />
          </Fact>
        )}
        {typeof office.wheelchair === "boolean" && (
          <Fact label={t("public.sites.wheelchair")}>
            {t(office.wheelchair ? "public.sites.wheelchairYes" : "public.sites.wheelchairNo")}
          </Fact>
        )}
      </dl>
    </>
  );
}

function Whereabouts({ t, office }: { t: Translator; office: Office }) {
  const { street } = office;
  const town = townOf(office);
  if (!street)
    return (
      <Fact label={t("public.sites.place")}>
        <German>{town}</German>
      </Fact>
    );
  return (
    <Fact label={t("public.sites.address")}>
      <span className="line">
        <German>{street}</German>
      </span>
      <span className="line">
        <German>{town}</German>
      </span>
      <span className="screen">
        <a href={directionsTo(street, town)} rel="noreferrer">
          {t("public.locations.site.directions")}
        </a>
        <span className="help">{t("public.locations.site.directionsHint")}</span>
      </span>
    </Fact>
  );
}

export const townOf = ({ postalCode, city }: Office): string => [postalCode, city].filter(Boolean).join(" ");

/** What stands in brackets names the house, which a search for the street does not know. */
function directionsTo(street: string, town: string): string {
  const query = `${street.replace(/\s*\(.*?\)/g, "")}, ${town}`;
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(query)}`;
}
