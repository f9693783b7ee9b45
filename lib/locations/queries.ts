import type { PublicSite } from "../sites/types";
import { placeOfCode } from "./internal/codes";
import { gazetteer } from "./internal/gazetteer";
import { holidaysAt } from "./internal/holidays";
import { locate } from "./internal/located";
import { openingAt } from "./internal/opening";
import { searchPlace } from "./internal/places";
import { layOutPins, type Outlines } from "./internal/site-map";
import { rankSites, remoteOffers } from "./rules";
import type { LocationAnswer, LocationPageFacts, LocationSearch, Place, SiteMap } from "./types";

/** More than this was not meant as a place; it is not shown again either. */
const LONGEST_QUESTION = 100;

/**
 * What the finder answers: the place that is meant, the sites in the order in which they help there, and the map of
 * all of them. No database is asked. The postal codes are arranged at the first call, which is the one of
 * the empty page: whoever types something does not wait for them.
 */
export async function findLocations(search: LocationSearch, sites: PublicSite[]): Promise<LocationAnswer> {
  const [book, outlines] = await Promise.all([gazetteer(), readOutlines()]);
  const q = search.q.slice(0, LONGEST_QUESTION).trim();
  const { place, byCode, suggestions } = searchPlace(book, q);
  const located = locate(book, sites);
  const findings = rankSites(located, place, search);
  return {
    search: { ...search, q },
    place,
    byCode,
    suggestions,
    findings,
    remote: remoteOffers(findings, place),
    map: layOutPins(located, outlines, place),
  };
}

/** The place of a postal code; null for what is none. */
export const findPlace = async (code: string): Promise<Place | null> =>
  /^\d{5}$/.test(code) ? placeOfCode(await gazetteer(), code) : null;

/** What a site's own page says that depends on the time: whether somebody is at each office. */
export const locationFacts = (site: PublicSite, now: Date): LocationPageFacts => ({
  site,
  openings: site.offices.map((office) =>
    openingAt(office.hours, site.closures, holidaysAt(site, office), now),
  ),
});

/** The map with one pin for each site, at its first office: for numbers that belong to a site as a whole. */
export async function mapOfFirstOffices(sites: readonly PublicSite[]): Promise<SiteMap> {
  const [book, outlines] = await Promise.all([gazetteer(), readOutlines()]);
  const firsts = sites.map((site) => ({ ...site, offices: site.offices.slice(0, 1) }));
  return layOutPins(locate(book, firsts), outlines, null);
}

const readOutlines = async (): Promise<Outlines> => (await import("./data/map.json")).default;
