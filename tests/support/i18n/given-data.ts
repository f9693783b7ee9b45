import { findLocations } from "../../../lib/locations/queries";
import type { LocationAnswer, LocationSearch, Place } from "../../../lib/locations/types";
import type { Thread } from "../../../lib/mailbox/types";
import type { Office, PublicSite } from "../../../lib/sites/types";
import { elevenSites } from "../../unit/locations/given";
import { given } from "./pseudo";

export const NOW = new Date("2025-03-14T09:30:00Z");
export const DAY = new Date("2025-03-10T12:00:00Z");

const perhaps = (text: string | null): string | null => (text === null ? null : given(text));

const markedOffice = (office: Office): Office => ({
  ...office,
  label: given(office.label),
  city: given(office.city),
  street: perhaps(office.street),
  emails: office.emails?.map(given) ?? null,
});

const markedSite = (site: PublicSite): PublicSite => ({
  ...site,
  name: given(site.name),
  carriers: site.carriers.map(given),
  state: given(site.state),
  offices: site.offices.map(markedOffice),
});

const markedPlace = <P extends Place | null>(place: P): P =>
  place && { ...place, name: given(place.name), district: place.district && given(place.district) };

/** The network's sites, every name marked as one. */
export const markedSites = (): PublicSite[] => elevenSites().map(markedSite);

/** A site about which everything is known that can be. */
export function fullSite(): PublicSite {
  const [first] = markedSites().filter(({ offices }) => offices.some(({ street }) => street));
  if (!first) throw new Error("No site publishes its address.");
  return {
    ...first,
    channels: ["phone", "inPerson", "video", "email", "chat", "outreach"],
    languages: ["de", "tr", "ar", "sr-Latn"],
    accessibility: ["accessibleToilet", "signLanguage", "hearingLoop", "easyLanguage", "children"],
    areaStates: ["NI", "NW"],
    areaPostalCodes: ["304"],
    answerDays: 3,
    checkedOn: "2025-03-10",
    closures: [{ from: "2025-03-10", to: "2025-03-10", reason: given("Umzug") }],
    notices: [{ texts: { de: given("Wir ziehen um.") }, until: "2025-04-01" }],
    offices: first.offices.map((office, index) => ({ ...office, wheelchair: index === 0, hours: HOURS })),
  };
}

const HOURS = [
  { days: ["Mo", "Tu", "We"], opens: "10:00", closes: "14:00" },
  { days: ["Fr"], byAppointment: true },
];

/** What the finder answers, with every name in it marked. */
export async function markedAnswer(search: Partial<LocationSearch>): Promise<LocationAnswer> {
  const answer = await findLocations({ q: "", language: "", channel: "", ...search }, elevenSites());
  return {
    ...answer,
    search: { ...answer.search, q: answer.search.q },
    place: markedPlace(answer.place),
    suggestions: answer.suggestions.map(markedPlace),
    findings: answer.findings.map((finding) => ({
      ...finding,
      site: markedSite(finding.site),
      office: finding.office && markedOffice(finding.office),
    })),
    remote: answer.remote.map((offer) => ({ ...offer, sites: offer.sites.map(markedSite) })),
    map: {
      ...answer.map,
      pins: answer.map.pins.map((pin) => ({
        ...pin,
        siteName: given(pin.siteName),
        town: given(pin.town),
      })),
    },
  };
}

export const markedThread = (letters: Thread["letters"]): Thread => ({
  site: "koeln",
  status: "counselling",
  createdOn: DAY,
  letters,
});

export const MARKED_LETTERS: Thread["letters"] = [
  { seq: 1, author: "person", day: DAY, text: given("Im Laden hat man mich nicht bedient.") },
  { seq: 2, author: "site", day: DAY, text: given("Danke, dass du schreibst.") },
  { seq: 3, author: "person", day: DAY, text: null },
];

/** What the network has written itself. */
export const MARKED_WRITING = { text: given("Verein für Beratung\nMusterstraße 1"), lang: "de" };
