import { latinDigits } from "../../http/clean";
import type { Place, PlaceSearch } from "../types";
import { placeOfCode, townsBeginningWith } from "./codes";
import { distanceKm } from "./distance";
import { foldWords } from "./fold";
import type { Gazetteer } from "./gazetteer";
import { type Match, matchNames, sureOnes, townsOf } from "./search";

const MOST_SUGGESTIONS = 8;
/** A town with so many codes, and so many times more than any other that fits, is the one that is meant. */
const LARGE = 5;
const DOMINANT = 3;
/** Nearer than this it makes no difference which of two is meant. */
const SAME_AREA_KM = 15;

/** The place somebody means by a postal code or a name, and those they may mean instead. */
export function searchPlace(book: Gazetteer, typed: string): PlaceSearch {
  const text = latinDigits(typed).trim();
  const digits = /(?<!\d)\d{1,5}(?!\d)/.exec(text)?.[0] ?? "";
  const place = digits.length === 5 ? placeOfCode(book, digits) : null;
  if (place) return { place, byCode: true, suggestions: [] };
  // A whole code says more than a name; a name says more than the number of a house.
  const named = byName(book, text.replace(/\p{N}+/gu, " "));
  if (named.place || named.suggestions.length > 0 || digits.length % 5 === 0) return named;
  const towns = townsBeginningWith(book, digits);
  return choose(towns, towns.length === 1 ? towns[0] : undefined);
}

function byName(book: Gazetteer, text: string): PlaceSearch {
  const district = book.districts.get(foldWords(text).join(" "));
  if (district) return { place: district, byCode: false, suggestions: [] };
  const matches = matchNames(book, text);
  const sure = sureOnes(matches);
  return choose(townsOf(book, sure.length > 0 ? sure : matches), meant(sure, townsOf(book, sure)));
}

/** The one large town, or else the only one that fits as well. */
function meant([first, second]: Match[], towns: Place[]): Place | undefined {
  const [largest, next] = towns.toSorted((a, b) => b.codes.length - a.codes.length);
  const dominant = (largest?.codes.length ?? 0) >= DOMINANT * (next?.codes.length ?? 0);
  if (largest && largest.codes.length >= LARGE && dominant) return largest;
  return first && first.quality !== second?.quality ? towns[0] : undefined;
}

function choose(towns: Place[], place: Place | undefined): PlaceSearch {
  const elsewhere = place
    ? towns.filter((town) => town !== place && distanceKm(place, town) > SAME_AREA_KM)
    : towns;
  return { place: place ?? null, byCode: false, suggestions: elsewhere.slice(0, MOST_SUGGESTIONS) };
}
