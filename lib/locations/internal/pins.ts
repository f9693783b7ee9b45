import type { LocatedSite, Position } from "../types";

export type Spot = { site: string; siteName: string; town: string; x: number; y: number };

/** Outlines and pins share this projection: a degree is 90 units high, and as wide as at 51.2° north. */
const UNITS = 90;
const WEST = 5.8;
const NORTH = 55.1;
const NARROWING = Math.cos((51.2 * Math.PI) / 180);

export const PIN_RADIUS = 9;
/** Between the middles of two circles that do not touch. */
const APART = 2 * PIN_RADIUS + 2;
const DIRECTIONS = 12;

export const project = ({ lat, lon }: Position): { x: number; y: number } => ({
  x: (lon - WEST) * NARROWING * UNITS,
  y: (NORTH - lat) * UNITS,
});

/** A pin for each town of a site. Those of one site that would touch are one: they lead to the same page. */
export const spotsOf = (sites: readonly LocatedSite[]): Spot[] => spread(sites.flatMap(ownSpots));

function ownSpots({ site, offices }: LocatedSite): Spot[] {
  const own: Spot[] = [];
  for (const { office, position } of offices) {
    const spot = { site: site.id, siteName: site.name, town: office.city, ...project(position) };
    if (!own.some((each) => isSame(each, spot))) own.push(spot);
  }
  return own;
}

const isSame = (a: Spot, b: Spot): boolean => a.town === b.town || touch(a, b);

const touch = (a: { x: number; y: number }, b: { x: number; y: number }): boolean =>
  Math.hypot(a.x - b.x, a.y - b.y) < APART;

/** Pins of different sites that would touch: the later one moves to the nearest free place around its own. */
function spread(spots: readonly Spot[]): Spot[] {
  const placed: Spot[] = [];
  for (const spot of spots) {
    const places = around(spot);
    const free = places.find((place) => !placed.some((other) => touch(other, place)));
    placed.push({ ...spot, ...(free ?? places[0]) });
  }
  return placed;
}

/** Whole units, since the page carries no others; the place itself, then rings around it. */
function around({ x, y }: Spot): { x: number; y: number }[] {
  const places = [{ x, y }];
  for (let ring = 1; ring <= 12; ring += 1)
    for (let step = 0; step < DIRECTIONS; step += 1) {
      const angle = (2 * Math.PI * step) / DIRECTIONS;
      const away = (ring * APART) / 2;
      places.push({ x: x + away * Math.cos(angle), y: y + away * Math.sin(angle) });
    }
  return places.map((place) => ({ x: Math.round(place.x), y: Math.round(place.y) }));
}
