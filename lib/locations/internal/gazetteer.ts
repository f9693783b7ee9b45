import type { Place, Position } from "../types";
import { distanceKm, middleOf } from "./distance";
import { districtsOf } from "./districts";
import { foldWords, loosen } from "./fold";

/** A postal code with the Länder it lies in and the index of its town. */
export type Code = Position & { code: string; states: string[]; town: number };

/** A name under which a town is found. */
export type Name = {
  town: number;
  words: string[];
  looseWords: string[];
  folded: string;
  loose: string;
  /** Only a part of the town's name. */
  short: boolean;
};

/** All postal codes and towns of Germany. */
export type Gazetteer = {
  codes: ReadonlyMap<string, Code>;
  towns: readonly Place[];
  names: readonly Name[];
  /** The same names by the letter with which they begin, umlauts as the bare one. */
  byLetter: ReadonlyMap<string, readonly Name[]>;
  /** Districts by their folded names, as far as no town is called so. */
  districts: ReadonlyMap<string, Place>;
  /** Names in other languages, folded, for the towns that have some. */
  foreign: ReadonlyMap<string, number>;
};

type Table = { districts: string[]; codes: string[] };

// One copy for all bundles of the server.
const shared = globalThis as { weactGazetteer?: Promise<Gazetteer> };

/** The gazetteer, arranged when somebody asks for the first time: no start should wait for it. */
export function gazetteer(): Promise<Gazetteer> {
  shared.weactGazetteer ??= read();
  return shared.weactGazetteer;
}

async function read(): Promise<Gazetteer> {
  const [{ default: table }, { default: foreign }] = await Promise.all([
    import("../data/postcodes.json"),
    import("../data/exonyms.json"),
  ]);
  return arrange(table, foreign);
}

function arrange(table: Table, exonyms: Record<string, string[]>): Gazetteer {
  const members = new Map<string, Code[]>();
  for (const { key, ...code } of readCodes(table)) {
    const known = members.get(key) ?? [];
    const town = known[0]?.town ?? members.size;
    known.push({ ...code, town });
    members.set(key, known);
  }
  const towns = [...members].map(([key, codes]) => townOf(key, codes));
  const names = towns.flatMap((town, index) => namesOf(town, index));
  const taken = new Set(names.map(({ folded }) => folded));
  return {
    codes: new Map([...members.values()].flat().map((code) => [code.code, code])),
    towns,
    names,
    byLetter: byLetter(names),
    districts: districtsOf(towns, (folded) => taken.has(folded)),
    foreign: foreignNames(exonyms, towns),
  };
}

/** A line is `code lat lon states district name`; the last three are left out when they are those of the line before. */
function* readCodes({ districts, codes }: Table) {
  let [states, key]: [string[], string] = [[], ""];
  for (const line of codes) {
    const [code = "", lat, lon, state, district, ...name] = line.split(" ");
    if (state) [states, key] = [state.split("|"), `${districts[Number(district)]}\n${name.join(" ")}`];
    yield { code, lat: Number(lat) / 1000, lon: Number(lon) / 1000, states, key };
  }
}

function townOf(key: string, codes: Code[]): Place {
  const [district = "", name = ""] = key.split("\n");
  const middle = middleOf(codes);
  const central = codes.reduce((best, code) =>
    distanceKm(code, middle) < distanceKm(best, middle) ? code : best,
  );
  return {
    ...middle,
    name,
    district,
    states: [...new Set(codes.flatMap(({ states }) => states))],
    codes: codes.map(({ code }) => code),
    code: central.code,
  };
}

/**
 * The whole name; what stands before a bracket or a stroke, for "Frankfurt (Oder)" is Frankfurt to many; and what
 * follows the town in "Berlin Kreuzberg".
 */
function namesOf({ name, district }: Place, town: number): Name[] {
  const part = district && name.startsWith(`${district} `) ? name.slice(district.length + 1) : name;
  const forms = new Set([name, name.split(/[(/,]/, 1)[0]?.trim() ?? "", part]);
  return [...forms].map((form) => {
    const words = foldWords(form);
    const looseWords = words.map(loosen);
    const [folded, loose] = [words.join(" "), looseWords.join(" ")];
    return { town, words, looseWords, folded, loose, short: form !== name };
  });
}

function byLetter(names: readonly Name[]): Map<string, Name[]> {
  const letters = new Map<string, Name[]>();
  for (const name of names) {
    const letter = name.loose[0] ?? "";
    const known = letters.get(letter) ?? [];
    known.push(name);
    letters.set(letter, known);
  }
  return letters;
}

/** Each name leads to the largest town of the German one. */
function foreignNames(exonyms: Record<string, string[]>, towns: Place[]): Map<string, number> {
  const largest = new Map<string, number>();
  for (const [index, { name, codes }] of towns.entries()) {
    const best = towns[largest.get(name) ?? -1];
    if (name in exonyms && codes.length > (best?.codes.length ?? 0)) largest.set(name, index);
  }
  return new Map(
    Object.entries(exonyms).flatMap(([name, foreign]) => {
      const town = largest.get(name);
      return town === undefined ? [] : foreign.map((each) => [foldWords(each).join(" "), town] as const);
    }),
  );
}
