import type { Office, PublicSite } from "../sites/types";
import { distanceKm } from "./internal/distance";
import {
  type Finding,
  type LocatedSite,
  type LocationSearch,
  type Place,
  REMOTE_CHANNELS,
  type Reason,
  type RemoteChannel,
  type RemoteOffer,
  type Unconfirmed,
} from "./types";

/** Farther than this is too far to go for a conversation. */
const NEAR_KM = 100;
/** So many sites are a choice; all of them are in the list anyway. */
const MOST_OFFERS = 3;

export type Wishes = Omit<LocationSearch, "q">;

/** What is known of a wish: the site says so, has said nothing, or has published a list without it. */
const CONFIRMED = 0;
const UNKNOWN = 1;
const UNLISTED = 2;
type Knowledge = typeof CONFIRMED | typeof UNKNOWN | typeof UNLISTED;

type Ranked = Finding & { exactKm: number; doubt: number };

/**
 * All sites, in the order in which they are likely to help somebody from a place: those that are there for it before
 * nearer ones that are not; among each of them those that confirm what is wished for, then those of which nobody
 * knows, then those whose published lists lack it; then by distance. Without a place by doubt, Land and name.
 *
 * Sites whose lists lack a wish come late and are not left out: lists are seldom complete, interpreters can be
 * asked, and the site of one's own region always knows more than a page that finds nothing.
 */
export function rankSites(sites: readonly LocatedSite[], place: Place | null, wishes: Wishes): Finding[] {
  return sites
    .map((site) => rank(site, place, wishes))
    .toSorted(
      (a, b) =>
        Number(a.reason === null) - Number(b.reason === null) ||
        a.doubt - b.doubt ||
        compareNumbers(a.exactKm, b.exactKm) ||
        a.site.state.localeCompare(b.site.state, "de") ||
        a.site.name.localeCompare(b.site.name, "de"),
    )
    .map(({ exactKm, doubt, ...finding }) => finding);
}

/** Not by difference: two sites of which no position is known are infinitely far, and equally so. */
const compareNumbers = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

function rank({ site, offices }: LocatedSite, place: Place | null, wishes: Wishes): Ranked {
  const nearest = place && nearestOffice(offices, place);
  const doubts = doubtsOf(site, wishes);
  return {
    site,
    reason: place && reasonFor(site, place),
    office: nearest?.office ?? null,
    km: nearest ? wholeKm(nearest.km) : null,
    unconfirmed: [...doubts.keys()],
    exactKm: nearest?.km ?? Number.POSITIVE_INFINITY,
    doubt: Math.max(CONFIRMED, ...doubts.values()),
  };
}

function nearestOffice(offices: LocatedSite["offices"], place: Place): { office: Office; km: number } | null {
  const measured = offices.map(({ office, position }) => ({ office, km: distanceKm(place, position) }));
  return measured.reduce<(typeof measured)[number] | null>(
    (best, each) => (best && best.km <= each.km ? best : each),
    null,
  );
}

/** As the crow flies, in km. */
export const distanceOf = distanceKm;

/** A distance as people say it. Only less than a whole km is 0. */
export const wholeKm = (km: number): number => (km < 1 ? 0 : Math.round(km));

/** Why a site is there for people from a place; null when it is not, as far as anybody has said. */
export function reasonFor(site: PublicSite, place: Place): Reason | null {
  const { areaPostalCodes, areaStates, stateCode } = site;
  // Of a town it is enough when one of its codes is named: the site knows best whether the rest belongs to it.
  if (place.codes.some((code) => areaPostalCodes.some((area) => code.startsWith(area)))) return "postalCode";
  if (place.states.some((state) => areaStates.includes(state))) return "area";
  const unsaid = areaPostalCodes.length === 0 && areaStates.length === 0;
  return unsaid && place.states.includes(stateCode) ? "ownState" : null;
}

/** What is wished for and not confirmed, with how much is known of it. */
function doubtsOf(site: PublicSite, { language, channel }: Wishes): Map<Unconfirmed, Knowledge> {
  const known: [Unconfirmed, Knowledge][] = [
    ["language", language ? inList(site.languages, language) : CONFIRMED],
    // Every site answers in the mailbox of this app, whatever else it has said.
    ["channel", channel && channel !== "chat" ? inList(site.channels, channel) : CONFIRMED],
  ];
  return new Map(known.filter(([, knowledge]) => knowledge !== CONFIRMED));
}

const inList = (list: readonly string[], wished: string): Knowledge =>
  list.length === 0 ? UNKNOWN : list.includes(wished) ? CONFIRMED : UNLISTED;

/**
 * How sites can be reached from afar, at most three for each way, in the order of the findings. Empty when a site
 * that is there for the place is near, and when there is no place to be far from.
 */
export function remoteOffers(findings: readonly Finding[], place: Place | null): RemoteOffer[] {
  const near = findings.some(({ reason, km }) => reason !== null && km !== null && km <= NEAR_KM);
  if (!place || near) return [];
  return REMOTE_CHANNELS.map((channel) => ({
    channel,
    sites: findings
      .map(({ site }) => site)
      .filter((site) => reachableBy(site, channel))
      .slice(0, MOST_OFFERS),
  })).filter(({ sites }) => sites.length > 0);
}

/** Of a site that has not said how it counsels, a published number or address is enough. */
function reachableBy({ channels, offices }: PublicSite, channel: RemoteChannel): boolean {
  if (channel === "chat" || channels.includes(channel)) return true;
  if (channels.length > 0) return false;
  if (channel === "phone") return offices.some(({ phones }) => phones && phones.length > 0);
  return channel === "email" && offices.some(({ emails }) => emails && emails.length > 0);
}
