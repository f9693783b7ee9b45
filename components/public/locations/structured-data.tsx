import { type Closure, type Office, type OpeningHours, type PublicSite, STATES } from "@/lib/sites/types";

/**
 * A site in the words of schema.org, for machines that find it for people. A data block is not run, so the policy
 * needs no exception for it.
 *
 * @param url the whole address of the site's page
 */
export function StructuredData({ site, url }: { site: PublicSite; url: string }) {
  // Nothing in the data can end the element early.
  const json = JSON.stringify(described(site, url)).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own JSON, in which no markup can begin
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

/** What is undefined does not appear in the JSON. */
const described = (site: PublicSite, url: string) => ({
  "@context": "https://schema.org",
  "@type": "NGO",
  name: site.name,
  url,
  sameAs: site.website ?? undefined,
  parentOrganization: site.carriers.map((name) => ({ "@type": "Organization", name })),
  areaServed: filled(site.areaStates.map((code) => STATES[code] ?? code)),
  knowsLanguage: filled(site.languages),
  location: site.offices.map((office) => place(office, site.closures)),
});

const place = (office: Office, closures: Closure[]) => ({
  "@type": "Place",
  name: office.label,
  address: {
    "@type": "PostalAddress",
    streetAddress: office.street ?? undefined,
    postalCode: office.postalCode ?? undefined,
    addressLocality: office.city,
    addressCountry: "DE",
  },
  telephone: filled(office.phones ?? []),
  isAccessibleForFree: true,
  openingHoursSpecification: filled((office.hours ?? []).flatMap(openHours)),
  specialOpeningHoursSpecification: filled(closures.map(closedDays)),
});

const filled = <Item,>(items: Item[]): Item[] | undefined => (items.length > 0 ? items : undefined);

const DAYS: Readonly<Record<string, string>> = {
  Mo: "Monday",
  Tu: "Tuesday",
  We: "Wednesday",
  Th: "Thursday",
  Fr: "Friday",
  Sa: "Saturday",
  Su: "Sunday",
};

/** Days by appointment have no hours that could be told to a machine. */
const openHours = ({ days, opens, closes }: OpeningHours) =>
  opens && closes
    ? [
        {
          "@type": "OpeningHoursSpecification",
          dayOfWeek: days.flatMap((day) => DAYS[day] ?? []),
          opens,
          closes: closes === "24:00" ? "23:59" : closes,
        },
      ]
    : [];

/** The vocabulary says "closed" by times that do not differ. */
const closedDays = ({ from, to }: Closure) => ({
  "@type": "OpeningHoursSpecification",
  validFrom: from,
  validThrough: to,
  opens: "00:00",
  closes: "00:00",
});
