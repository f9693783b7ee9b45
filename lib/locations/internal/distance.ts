import type { Position } from "../types";

const EARTH_RADIUS_KM = 6371;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** As the crow flies, in km (haversine formula). */
export function distanceKm(from: Position, to: Position): number {
  const [dLat, dLon] = [radians(to.lat - from.lat), radians(to.lon - from.lon)];
  const half =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** The middle of some positions, near enough for towns. */
export function middleOf(positions: readonly Position[]): Position {
  const sum = (pick: (position: Position) => number) =>
    positions.reduce((total, position) => total + pick(position), 0) / positions.length;
  return { lat: sum(({ lat }) => lat), lon: sum(({ lon }) => lon) };
}
