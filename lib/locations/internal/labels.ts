import type { Box, Label } from "../types";
import { PIN_RADIUS, type Spot } from "./pins";

/** In a map 320 px wide at most 684 units are to be seen, so this is never less than 11 px. */
export const FONT_SIZE = 24;
const MOST_WIDTH = 684;
const LINE_HEIGHT = 28;
/** From the top of a line to the baseline of its letters. */
const ASCENT = 22;
const GAP = 5;

/** Widths of letters in the size of the font: generous, since nobody knows which font it will be, and how bold. */
const WIDE = 1.05;
const CAPITAL = 0.84;
const NARROW = 0.48;
const USUAL = 0.71;

const letterWidth = (letter: string): number => {
  if (/[mwMW]/.test(letter)) return WIDE;
  if (/\p{Lu}/u.test(letter)) return CAPITAL;
  return /[fijlrt ().,'/-]/.test(letter) ? NARROW : USUAL;
};

const textWidth = (text: string): number =>
  Math.ceil([...text].reduce((width, letter) => width + letterWidth(letter), 0) * FONT_SIZE);

export const intersect = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The square around a pin. */
export const pinBox = ({ x, y }: { x: number; y: number }): Box => ({
  x: x - PIN_RADIUS,
  y: y - PIN_RADIUS,
  width: 2 * PIN_RADIUS,
  height: 2 * PIN_RADIUS,
});

/**
 * A place for the label of each spot, beside it if that is free, else around it: no label covers another or a pin.
 * The one with the fewest places left goes first, so that those with a choice make way. What finds no place has none.
 *
 * @param width of the outlines; labels may reach beyond them as far as keeps all of it legible
 */
export function placeLabels(spots: readonly Spot[], width: number): (Label | null)[] {
  const pins = spots.map(pinBox);
  const margin = (MOST_WIDTH - width) / 2;
  const open = new Map(
    spots.map((spot, index) => {
      const inside = (box: Box) => box.x >= -margin && box.x + box.width <= width + margin;
      const clear = (box: Box) => inside(box) && !pins.some((pin) => intersect(pin, box));
      return [index, candidates(spot).filter(clear)];
    }),
  );
  const placed: (Label | null)[] = spots.map(() => null);
  while (open.size > 0) {
    const [index, [label]] = fewest(open);
    open.delete(index);
    if (!label) continue;
    placed[index] = label;
    for (const [other, labels] of open)
      open.set(
        other,
        labels.filter((each) => !intersect(each, label)),
      );
  }
  return placed;
}

const fewest = (open: ReadonlyMap<number, Label[]>): [number, Label[]] =>
  [...open].reduce((least, each) => (each[1].length < least[1].length ? each : least));

/** Where a label may stand, the best first: after the pin, before it, over and under it, and at its corners. */
function candidates({ x, y, town }: Spot): Label[] {
  const width = textWidth(town);
  const away = PIN_RADIUS + GAP;
  const [after, before] = [x + away, x - away - width];
  const [beside, above, below] = [y - LINE_HEIGHT / 2, y - away - LINE_HEIGHT, y + away];
  const middle = x - width / 2;
  const places = [
    [after, beside, "start"],
    [before, beside, "end"],
    [middle, above, "middle"],
    [middle, below, "middle"],
    [x, above + GAP, "start"],
    [x, below - GAP, "start"],
    [x - width, above + GAP, "end"],
    [x - width, below - GAP, "end"],
  ] as const;
  return places.map(([left, top, anchor]) => labelAt({ left: Math.round(left), top, width, anchor }));
}

type Place = { left: number; top: number; width: number; anchor: Label["anchor"] };

function labelAt({ left, top, width, anchor }: Place): Label {
  const share = { start: 0, middle: 0.5, end: 1 }[anchor];
  return {
    x: left,
    y: top,
    width,
    height: LINE_HEIGHT,
    baseline: top + ASCENT,
    textX: Math.round(left + width * share),
    anchor,
  };
}
