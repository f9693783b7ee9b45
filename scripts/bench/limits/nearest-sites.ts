// The limit program of the finder: a Map of codes and one of names, an edit distance to every name where neither
// knows what was typed, and the sites sorted by distance. No other spelling, no ranking, no map.
import { distance } from "fastest-levenshtein";
import type { PublicSite } from "../../../lib/sites/types";

type Position = { readonly lat: number; readonly lon: number };
type Book = {
  readonly codes: ReadonlyMap<string, Position>;
  readonly towns: readonly (Position & { readonly name: string })[];
};

const KM_OF_DEGREE = 111.2;

export function nearestSites({ codes, towns }: Book, sites: readonly PublicSite[]) {
  const names = new Map(towns.map((town) => [town.name, town]));
  const offices = sites.flatMap(({ id, offices: own }) =>
    own.map(({ lat, lon }) => ({ id, lat: lat ?? 0, lon: lon ?? 0 })),
  );
  return (typed: string): string[] => {
    const from = codes.get(typed) ?? names.get(typed) ?? likeliest(towns, typed);
    const narrowing = Math.cos((from.lat * Math.PI) / 180);
    return offices
      .map(({ id, lat, lon }) => ({
        id,
        km: KM_OF_DEGREE * Math.hypot(lat - from.lat, (lon - from.lon) * narrowing),
      }))
      .toSorted((a, b) => a.km - b.km)
      .map(({ id }) => id);
  };
}

function likeliest(towns: Book["towns"], typed: string): Position {
  let [best, fewest]: [Position, number] = [{ lat: 0, lon: 0 }, Number.POSITIVE_INFINITY];
  for (const town of towns) {
    const letters = distance(town.name, typed);
    if (letters < fewest) [best, fewest] = [town, letters];
  }
  return best;
}
