import type { FoundIn, Snippet } from "./types";

/** Something written in a case. */
export type Written = { in: FoundIn; text: string };

const AROUND = 70;

/** Letters that people write differently and mean alike, after case and accents are taken off. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/ß/g, "ss"],
  [/ı/g, "i"],
  [/ł/g, "l"],
  [/ø/g, "o"],
  [/đ/g, "d"],
  [/[ىیئ]/g, "ي"],
  [/ک/g, "ك"],
  [/ة/g, "ه"],
];

/** A text as it is compared: without case and accents. */
export function fold(text: string): string {
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  // Lower case of İ brings its dot along as a mark of its own.
  return ALIKE.reduce(
    (folded, [pattern, same]) => folded.replace(pattern, same),
    bare.replace(/\p{M}/gu, ""),
  );
}

/** The words that all have to be there. */
export const wordsOf = (typed: string): string[] => [...new Set(fold(typed).split(/\s+/).filter(Boolean))];

/**
 * Where a case says all the words, in whatever order and wherever in it; the first place of the first word is shown.
 *
 * @returns null when one of them is missing
 */
export function findIn(
  texts: readonly Written[],
  words: readonly string[],
): { in: FoundIn; snippet: Snippet } | null {
  const folded = texts.map(({ text }) => fold(text));
  const isThere = (word: string): boolean => folded.some((text) => text.includes(word));
  const [first = ""] = words;
  if (!first || !words.every(isThere)) return null;
  const place = folded.findIndex((text) => text.includes(first));
  const found = texts[place];
  return found ? { in: found.in, snippet: snippetOf(found.text, first) } : null;
}

/** The surroundings of a word in a text that has it. */
export function snippetOf(text: string, word: string): Snippet {
  const { folded, places } = foldWithPlaces(text);
  const at = Math.max(0, folded.indexOf(word));
  const start = places[at] ?? 0;
  const end = places[at + word.length] ?? text.length;
  const [from, to] = [Math.max(0, start - AROUND), Math.min(text.length, end + AROUND)];
  return {
    before: `${from > 0 ? "…" : ""}${whole(text.slice(from, start))}`,
    match: text.slice(start, end),
    after: `${whole(text.slice(end, to))}${to < text.length ? "…" : ""}`,
  };
}

/** No half of a character at either end, and one line. */
const whole = (piece: string): string => piece.toWellFormed().replaceAll("\uFFFD", "").replace(/\s+/g, " ");

/** The folded text, and for each of its letters where the one it came from begins. */
function foldWithPlaces(text: string): { folded: string; places: number[] } {
  const places: number[] = [];
  let [folded, at] = ["", 0];
  for (const letter of text) {
    const piece = fold(letter);
    for (let index = 0; index < piece.length; index += 1) places.push(at);
    folded += piece;
    at += letter.length;
  }
  places.push(at);
  return { folded, places };
}

/** What is written freely in an entry of the record; the other values are codes, days and numbers. */
const FREE = new Set(
  "about age what when where note party bodies witnesses evidence steps aim setting accessibility who content next addressee result reason".split(
    " ",
  ),
);

/** The free texts of an entry of the record, however its kind arranges them. */
export function freeTexts(entry: unknown): string[] {
  if (typeof entry !== "object" || entry === null) return [];
  return Object.entries(entry).flatMap(([name, value]) =>
    typeof value === "string" ? (FREE.has(name) && value ? [value] : []) : freeTexts(value),
  );
}
