/** Letters that people write differently and mean alike, after accents are taken off. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/ß/g, "ss"],
  [/ı/g, "i"],
  [/ł/g, "l"],
  [/[ةه]/g, "ه"],
  [/[ىیئ]/g, "ي"],
  [/ک/g, "ك"],
  [/\b(?:sankt|skt|st)\b/g, "sankt"],
];

/** Small words within names, which many leave out. */
const SMALL = new Set("a am an auf b bei d der die i im in o ob v vor zu".split(" "));

/**
 * The words of a name as they are compared: without case, accents and punctuation; umlauts as two letters, which
 * is how they are typed where the keyboard has none.
 */
export function foldWords(text: string): string[] {
  const lower = text.normalize("NFC").toLowerCase();
  const twoLetters = lower.replace(/[äöü]/g, (letter) => `${letter.normalize("NFD")[0]}e`);
  const bare = twoLetters.normalize("NFKD").replace(/\p{M}/gu, "");
  const alike = SAME.reduce((folded, [pattern, same]) => folded.replace(pattern, same), bare);
  return alike.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** With umlauts as the bare letter as well, for keyboards and languages that know no other. */
export const loosen = (folded: string): string => folded.replace(/([aou])e/g, "$1");

export type Fit = "whole" | "beginning" | null;

/**
 * Whether somebody who types these words may mean a name with those: each is the beginning of a word of the name,
 * in their order, the first of the first; small words may be missing.
 */
export function fitOf(typed: readonly string[], name: readonly string[]): Fit {
  let [place, whole] = [0, true];
  for (const [index, word] of typed.entries()) {
    while (index > 0 && place < name.length && skippable(word, name[place] ?? "")) place += 1;
    if (!name[place]?.startsWith(word)) return null;
    whole &&= name[place] === word || SMALL.has(name[place] ?? "");
    place += 1;
  }
  return whole ? "whole" : "beginning";
}

const skippable = (word: string, part: string): boolean => SMALL.has(part) && !part.startsWith(word);
