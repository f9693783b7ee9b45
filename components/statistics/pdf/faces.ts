import path from "node:path";
import { Font } from "@react-pdf/renderer";

const FONTS = path.join(process.cwd(), "node_modules", "@expo-google-fonts");
const LATIN = "Noto Sans";
const WEIGHTS = [400, 700] as const;

/** The sizes of type in the file, in points. */
export const SIZES = { small: 8, text: 9.5, heading: 12, title: 19 } as const;
export type Size = (typeof SIZES)[keyof typeof SIZES];

const arabic = (size: Size): string => `Noto Sans Arabic ${size}`;

/** The families for a size of type: what the first cannot write, the second can. */
export const familiesAt = (size: Size): string[] => [LATIN, arabic(size)];

let loaded: Promise<void> | null = null;

/** Has the faces ready, once. */
export function loadFaces(): Promise<void> {
  loaded ??= register();
  return loaded;
}

async function register(): Promise<void> {
  Font.register({ family: LATIN, fonts: WEIGHTS.map((weight) => face("noto-sans", "NotoSans", weight)) });
  for (const size of Object.values(SIZES)) {
    const fonts = WEIGHTS.map((weight) => face("noto-sans-arabic", "NotoSansArabic", weight));
    Font.register({ family: arabic(size), fonts });
    for (const fontWeight of WEIGHTS) await placeMarks({ fontFamily: arabic(size), fontWeight }, size);
  }
  // Words are not broken: nobody would know the rules of six languages here.
  Font.registerHyphenationCallback((word) => [word]);
}

const face = (family: string, name: string, fontWeight: 400 | 700) => {
  const style = fontWeight === 400 ? "400Regular" : "700Bold";
  return { src: path.join(FONTS, family, style, `${name}_${style}.ttf`), fontWeight };
};

type Position = { xAdvance: number; xOffset: number; yOffset: number };
type Layout = (...given: unknown[]) => { positions: Position[] };

/**
 * Puts the dots of Arabic letters where they belong. The library lays out every run from left to right and turns it
 * round afterwards, whereby a mark comes before its letter but keeps the place it had behind it; and it scales
 * these places twice. Both are undone here, which is why each size of type has a family of its own
 * (docs/decisions/0063).
 */
async function placeMarks(wanted: { fontFamily: string; fontWeight: number }, size: Size): Promise<void> {
  const descriptor = { ...wanted, fontStyle: "normal" as const };
  await Font.load(descriptor);
  const font = Font.getFont(descriptor)?.data as unknown as { layout: Layout } | undefined;
  if (!font) return;
  const own = font.layout.bind(font);
  font.layout = (...given) => {
    const run = own(...given);
    let letter = 0;
    for (const position of run.positions) {
      if (position.xAdvance !== 0) letter = position.xAdvance;
      else {
        position.xOffset = ((position.xOffset + letter) * 1_000) / size;
        position.yOffset = (position.yOffset * 1_000) / size;
      }
    }
    return run;
  };
}

/**
 * An invisible sign around each word in Arabic script. Without it the library loses the first letter of a line, and
 * dots at the end of a word, where the font draws a letter as a shape and a mark.
 */
export const guarded = (text: string): string =>
  text.replace(/[\p{Script=Arabic}\p{M}]+/gu, "\u200c$&\u200c");
