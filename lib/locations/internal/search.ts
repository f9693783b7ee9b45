import { distance } from "fastest-levenshtein";
import type { Place } from "../types";
import { fitOf, foldWords, loosen } from "./fold";
import type { Gazetteer, Name } from "./gazetteer";

/** How well a name fits what was typed, from best to worst. */
const EXACT = 0;
const FOREIGN = 1;
const LOOSE = 2;
const WHOLE_WORDS = 3;
const BEGINNING = 4;
const MISSPELT = 5;

export type Match = { town: number; quality: number; letters: number };

const alphabetical = new Intl.Collator("de");

/** More than this was not meant as the name of a town. */
const LONGEST = 60;
const MOST_WORDS = 6;
/** So many wrong letters, and it is still likelier to be that name than another with something added. */
const CLOSE = 2;

/** The towns that may be meant by a name, the likeliest first. */
export function matchNames(book: Gazetteer, typed: string): Match[] {
  const words = foldWords(typed.slice(0, LONGEST)).slice(0, MOST_WORDS);
  // A letter alone is no name: the one of "D-50".
  if (words.join("").length < 2) return [];
  const [first = ""] = words;
  const all = words.join(" ");
  const attempts = [
    () => spelt(book, words),
    // Before single words, so that "Bad Kreuznahc" is not every town that is called Bad.
    () => (words.length > 1 ? misspelt(book, all, CLOSE) : []),
    () => firstOf(partsOf(words), (part) => spelt(book, part).filter(isSure)),
    () => misspelt(book, all),
    () => incomplete(book, all),
    () => misspelt(book, first),
  ];
  return first ? firstOf(attempts, (attempt) => attempt()) : [];
}

function firstOf<T>(all: readonly T[], matches: (one: T) => Match[]): Match[] {
  for (const one of all) {
    const found = matches(one);
    if (found.length > 0) return found;
  }
  return [];
}

/** A town with its part, the part often last, the town sometimes: "Köln Ehrenfeld", "Ehrenfeld, Köln". */
const partsOf = (words: readonly string[]): string[][] => [
  ...words.slice(1).map((_, index) => words.slice(0, words.length - 1 - index)),
  ...words.slice(1).map((_, index) => words.slice(index + 1)),
];

/** The towns that are called exactly so, the largest first. */
export function townsNamed(book: Gazetteer, name: string): Place[] {
  const folded = foldWords(name).join(" ");
  const named = book.byLetter.get(loosen(folded)[0] ?? "")?.filter((each) => each.folded === folded) ?? [];
  return townsOf(book, named).toSorted((a, b) => b.codes.length - a.codes.length);
}

/** The matches that need no question back: all words are there, or only one town begins so. */
export function sureOnes(matches: Match[]): Match[] {
  const [only, ...others] = matches;
  if (only?.quality === BEGINNING && others.length === 0) return [only];
  return matches.filter(isSure);
}

const isSure = ({ quality }: Match): boolean => quality <= WHOLE_WORDS;

function spelt(book: Gazetteer, words: string[]): Match[] {
  const folded = words.join(" ");
  const looseWords = words.map(loosen);
  const loose = looseWords.join(" ");
  const matches = (book.byLetter.get(loose[0] ?? "") ?? []).flatMap((name) => {
    const quality = qualityOf(name, { words, folded, looseWords, loose });
    return quality === null ? [] : [{ town: name.town, quality, letters: 0 }];
  });
  const foreign = book.foreign.get(folded);
  if (foreign !== undefined) matches.push({ town: foreign, quality: FOREIGN, letters: 0 });
  return best(book, matches);
}

type Typed = { words: string[]; folded: string; looseWords: string[]; loose: string };

function qualityOf(name: Name, typed: Typed): number | null {
  if (name.folded === typed.folded) return name.short ? WHOLE_WORDS : EXACT;
  if (name.loose === typed.loose) return name.short ? WHOLE_WORDS : LOOSE;
  const found = fitOf(typed.words, name.words) ?? fitOf(typed.looseWords, name.looseWords);
  return found && (found === "whole" ? WHOLE_WORDS : BEGINNING);
}

/** Letters that may be wrong, by the length of the word. */
const tolerance = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : length < 9 ? 2 : 3);

function misspelt(book: Gazetteer, folded: string, atMost = Number.POSITIVE_INFINITY): Match[] {
  const typed = loosen(folded);
  const most = Math.min(atMost, tolerance(typed.length));
  return near(book, most, ({ loose }) =>
    Math.abs(loose.length - typed.length) <= most ? distance(loose, typed) : most + 1,
  );
}

/** Neither right nor complete: compared with as much of each name. */
function incomplete(book: Gazetteer, folded: string): Match[] {
  const typed = loosen(folded);
  const most = Math.min(CLOSE, tolerance(typed.length));
  return near(book, most, ({ loose }) =>
    loose.length > typed.length ? distance(loose.slice(0, typed.length), typed) : most + 1,
  );
}

function near(book: Gazetteer, most: number, lettersOff: (name: Name) => number): Match[] {
  if (most === 0) return [];
  const matches = book.names.map((name) => ({
    town: name.town,
    quality: MISSPELT,
    letters: lettersOff(name),
  }));
  const fewest = Math.min(most, ...matches.map(({ letters }) => letters));
  return best(
    book,
    matches.filter(({ letters }) => letters <= Math.min(most, fewest + 1)),
  );
}

/** Each town once, by how well it fits, then by its size. */
function best({ towns }: Gazetteer, matches: Match[]): Match[] {
  const size = ({ town }: Match) => towns[town]?.codes.length ?? 0;
  const name = ({ town }: Match) => towns[town]?.name ?? "";
  const sorted = matches.toSorted(
    (a, b) =>
      a.quality - b.quality ||
      a.letters - b.letters ||
      size(b) - size(a) ||
      alphabetical.compare(name(a), name(b)),
  );
  const seen = new Set<number>();
  return sorted.filter(({ town }) => !seen.has(town) && seen.add(town));
}

export const townsOf = ({ towns }: Gazetteer, matches: readonly { town: number }[]): Place[] =>
  matches.flatMap(({ town }) => towns[town] ?? []);
