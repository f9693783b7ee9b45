import type { Office, PublicSite } from "../../sites/types";
import type { LocatedOffice, LocatedSite, Position } from "../types";
import type { Gazetteer } from "./gazetteer";
import { townsNamed } from "./search";

/** The sites with the places on the map at which their offices may be shown. */
export const locate = (book: Gazetteer, sites: readonly PublicSite[]): LocatedSite[] =>
  sites.map((site) => ({
    site,
    offices: site.offices.flatMap((office): LocatedOffice[] => {
      const position = positionOf(book, office, site.stateCode);
      return position ? [{ office, position }] : [];
    }),
  }));

/**
 * Only an office whose street is published stands where it is; every other one in the middle of its town, because
 * a point on the map or a distance would tell where it is.
 */
function positionOf(book: Gazetteer, { city, street, postalCode, lat, lon }: Office, stateCode: string) {
  if (street && typeof lat === "number" && typeof lon === "number") return { lat, lon };
  const exact = street && postalCode ? book.codes.get(postalCode) : undefined;
  return exact ? { lat: exact.lat, lon: exact.lon } : townMiddle(book, city, stateCode);
}

/** Of several towns that are called so, the largest in the site's own Land. */
function townMiddle(book: Gazetteer, city: string, stateCode: string): Position | null {
  const towns = townsNamed(book, city);
  const town = towns.find(({ states }) => states.includes(stateCode)) ?? towns[0];
  return town ? { lat: town.lat, lon: town.lon } : null;
}
