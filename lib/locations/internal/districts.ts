import type { Place } from "../types";
import { distanceKm, middleOf } from "./distance";
import { foldWords } from "./fold";

/** What stands before the name of a district and is left out as often as not. */
const KIND = /^(?:landkreis|kreis|region|staedteregion|regionalverband) /;
const KINDS = ["", "kreis ", "landkreis ", "lk "];

/**
 * The districts as places, by every folded name under which they are looked for. A name that a town has as well
 * is the town's.
 */
export function districtsOf(
  towns: readonly Place[],
  isTown: (folded: string) => boolean,
): Map<string, Place> {
  const members = new Map<string, Place[]>();
  for (const town of towns) {
    const known = members.get(town.district) ?? [];
    known.push(town);
    if (town.district) members.set(town.district, known);
  }
  return new Map(
    [...members].flatMap(([name, own]) => {
      const place = districtPlace(name, own);
      return namesOf(name)
        .filter((folded) => !isTown(folded))
        .map((folded) => [folded, place] as const);
    }),
  );
}

function namesOf(name: string): string[] {
  const folded = foldWords(name).join(" ");
  const bare = folded.replace(KIND, "");
  return [folded, ...KINDS.map((kind) => kind + bare)];
}

/** Each town counts as often as it has codes, so that the middle is where people live. */
function districtPlace(name: string, towns: readonly Place[]): Place {
  const middle = middleOf(towns.flatMap((town) => town.codes.map(() => town)));
  const central = towns.reduce((best, town) =>
    distanceKm(town, middle) < distanceKm(best, middle) ? town : best,
  );
  return {
    ...middle,
    name,
    district: "",
    states: [...new Set(towns.flatMap(({ states }) => states))],
    codes: towns.flatMap(({ codes }) => codes),
    code: central.code,
  };
}
