import type { Place } from "../types";
import { distanceKm, middleOf } from "./distance";
import type { Code, Gazetteer } from "./gazetteer";

/** A postal code as a place. Of one that is not in the table, the middle of those that begin like it. */
export function placeOfCode(book: Gazetteer, code: string): Place | null {
  const known = book.codes.get(code);
  if (known) return placeAt(book, known, code);
  for (const length of [4, 3]) {
    const neighbours = beginningWith(book, code.slice(0, length));
    if (neighbours.length > 0) return between(book, neighbours, code);
  }
  return null;
}

function placeAt({ towns }: Gazetteer, { lat, lon, states, town }: Code, code: string): Place {
  const { name = "", district = "" } = towns[town] ?? {};
  return { name, district, states, lat, lon, codes: [code], code };
}

/** The Land is that of the neighbour nearest to the middle; the town's name would be a guess. */
function between(book: Gazetteer, neighbours: Code[], code: string): Place {
  const middle = middleOf(neighbours);
  const nearest = neighbours.reduce((best, each) =>
    distanceKm(each, middle) < distanceKm(best, middle) ? each : best,
  );
  return { ...placeAt(book, nearest, code), ...middle, name: "", district: "", approximate: true };
}

/** The towns whose postal codes begin so, the largest first; each with a code that does. */
export function townsBeginningWith(book: Gazetteer, digits: string): Place[] {
  const first = new Map<number, Code>();
  for (const code of beginningWith(book, digits)) if (!first.has(code.town)) first.set(code.town, code);
  return [...first.values()]
    .flatMap(({ town, code }) => {
      const place = book.towns[town];
      return place ? [{ ...place, code }] : [];
    })
    .toSorted((a, b) => b.codes.length - a.codes.length || a.code.localeCompare(b.code));
}

const beginningWith = ({ codes }: Gazetteer, digits: string): Code[] =>
  [...codes.values()].filter(({ code }) => code.startsWith(digits));
