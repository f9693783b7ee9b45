import type { MeasureWidth } from "./renderer";

/** The size that services which show links ask for. */
export const WIDTH = 1200;
export const HEIGHT = 630;

const MARGIN = 80;
const ROOM = WIDTH - 2 * MARGIN;
/** Below the lowest thread. */
const FIRST_LINE = 270;
const LEADING = 1.3;
const SMALL = 36;
/** Type sizes to try, the largest first, with the most lines that fit at each. */
const SIZES = [
  { size: 76, lines: 2 },
  { size: 64, lines: 3 },
  { size: 50, lines: 4 },
] as const;

/** Where each of the eleven threads comes from before it joins the cloth: as in components/public/weave.tsx. */
const ORIGINS = [-26, 44, 6, -50, 30, 62, -12, 84, 18, 52, 96];
const COLOURS = ["#4a2462", "#f4b13e", "#a3332b", "#1e6b52", "#4a2462"];
const STEP = 8;

export type Card = { heading: string; promise: string; brand: string; dir: "ltr" | "rtl"; family: string };

/** The picture of a link to the site, as SVG: the cloth, one sentence, and the promise. */
export function drawCard(card: Card, widthOf: MeasureWidth): string {
  const { size, lines } = fitted(card, widthOf);
  const headings = lines.map((line, index) =>
    text(card, line, FIRST_LINE + index * size * LEADING, size, 700, "#4a2462"),
  );
  const promise = wrap(card.promise, (words) => widthOf(card.family, words) * SMALL);
  const promises = promise.map((line, index) =>
    text(card, line, HEIGHT - 112 - (promise.length - 1 - index) * SMALL * LEADING, SMALL, 400, "#211a2b"),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fbf8f3"/>`,
    `<g${turned(card.dir)}>`,
    `<path d="M0 0H760L330 ${HEIGHT}H0Z" fill="#f4b13e" opacity="0.16"/>`,
    cloth(),
    "</g>",
    ...headings,
    ...promises,
    text(card, card.brand, HEIGHT - 56, 32, 700, "#5a5266"),
    "</svg>",
  ].join("");
}

function text(
  { dir, family }: Card,
  words: string,
  y: number,
  size: number,
  weight: number,
  fill: string,
): string {
  const rtl = dir === "rtl";
  // The marks keep the full stop of a right-to-left sentence at its end.
  const marked = rtl ? `\u2067${words}\u2069` : words;
  const place = rtl ? `x="${WIDTH - MARGIN}" text-anchor="end"` : `x="${MARGIN}"`;
  const face = `font-family="${family}" font-size="${size}" font-weight="${weight}" fill="${fill}"`;
  return `<text ${place} y="${Math.round(y)}" ${face}>${escaped(marked)}</text>`;
}

const escaped = (words: string): string => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The largest size at which the sentence fits. */
function fitted(card: Card, widthOf: MeasureWidth): { size: number; lines: string[] } {
  for (const { size, lines: most } of SIZES) {
    const lines = wrap(card.heading, (words) => widthOf(card.family, words) * size);
    if (lines.length <= most) return { size, lines };
  }
  throw new Error("This heading is too long for the picture of a link.");
}

/** Lines of about the same length, like `text-wrap: balance`. */
function wrap(sentence: string, widthOf: (words: string) => number): string[] {
  const greedy = broken(sentence, widthOf, ROOM);
  for (let room = ROOM * 0.55; room < ROOM; room += 20) {
    const lines = broken(sentence, widthOf, room);
    if (lines.length === greedy.length && lines.every((line) => widthOf(line) <= room)) return lines;
  }
  return greedy;
}

function broken(sentence: string, widthOf: (words: string) => number, room: number): string[] {
  const lines: string[] = [];
  for (const word of sentence.split(/\s+/)) {
    const longer = [lines.at(-1), word].filter(Boolean).join(" ");
    if (lines.length > 0 && widthOf(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** What is drawn begins where the sentence begins. */
const turned = (dir: Card["dir"]): string =>
  dir === "rtl" ? ` transform="matrix(-1 0 0 1 ${WIDTH} 0)"` : "";

/** Eleven threads that cross into one cloth. */
function cloth(): string {
  const threads = ORIGINS.map((from, index) => {
    const lane = index * STEP + STEP / 2;
    const start = from * 2;
    const colour = COLOURS[index % COLOURS.length];
    return `<path d="M0 ${start}C160 ${start} 220 ${lane} 420 ${lane}H${WIDTH}" stroke="${colour}"/>`;
  });
  const weft = Array.from({ length: Math.ceil((WIDTH - 340) / (2 * STEP)) }, (_, column) => {
    const x = 348 + column * 2 * STEP;
    return ORIGINS.map((_, lane) => `M${x + (lane % 2) * STEP} ${lane * STEP}v${STEP}`).join("");
  }).join("");
  return [
    `<g fill="none" stroke-width="4">${threads.join("")}`,
    `<path d="${weft}" stroke="#fbf8f3" stroke-width="7"/><path d="${weft}" stroke="#4a2462" stroke-width="3"/></g>`,
  ].join("");
}
