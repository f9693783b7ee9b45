import { createHash } from "node:crypto";
import type { Branding, Logo } from "./types";

/** What a colour stands on or under: the tokens of components/ui/tokens.css. */
const LIGHT_GROUNDS = ["#fbf8f3", "#ffffff", "#f4ecf7"];
const DARK_GROUNDS = ["#17131d", "#211b29", "#2c2238", "#211a2b"];
const INK = ["#211a2b"];

/** WCAG 2.2, criterion 1.4.3: text needs this much. */
export const LEAST_CONTRAST = 4.5;

export type ColourUse = "primary" | "primaryDark" | "accent";

const GROUNDS: Record<ColourUse, string[]> = {
  primary: LIGHT_GROUNDS,
  primaryDark: DARK_GROUNDS,
  accent: INK,
};

/** The least contrast that a colour has with anything it meets on our pages. */
export const contrastOf = (use: ColourUse, colour: string): number =>
  Math.min(...GROUNDS[use].map((ground) => contrast(colour, ground)));

/** The contrast of two colours, 1 to 21, as WCAG 2.2 defines it. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Rounded down, so that nothing counts as enough that is not. */
export const shownRatio = (ratio: number): string => (Math.floor(ratio * 100) / 100).toFixed(2);

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export const MOST_LOGO_BYTES = 50 * 1024;
const MOST_LOGO_PIXELS = 1_200;

/**
 * Takes a picture that can hold no script: PNG or WebP, recognised by its content and not by its name.
 *
 * @returns null for anything else, and for what is too large
 */
export function readLogo(bytes: Uint8Array): Logo | null {
  if (bytes.length > MOST_LOGO_BYTES) return null;
  const content = Buffer.from(bytes);
  const found = sizeOfPng(content) ?? sizeOfWebp(content);
  if (!found || Math.min(found.width, found.height) < 1) return null;
  if (Math.max(found.width, found.height) > MOST_LOGO_PIXELS) return null;
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  return { ...found, data: content.toString("base64"), hash };
}

type Picture = Pick<Logo, "type" | "width" | "height">;

/** PNG (RFC 2083): a signature, then the header with the size. */
function sizeOfPng(content: Buffer): Picture | null {
  if (content.length < 33 || content.toString("latin1", 0, 8) !== "\x89PNG\r\n\x1a\n") return null;
  if (content.toString("latin1", 12, 16) !== "IHDR") return null;
  return { type: "image/png", width: content.readUInt32BE(16), height: content.readUInt32BE(20) };
}

/** WebP (RFC 9649): lossy, lossless and extended files keep their size in different places. */
function sizeOfWebp(content: Buffer): Picture | null {
  if (content.length < 30 || content.toString("latin1", 0, 4) !== "RIFF") return null;
  const kind = content.toString("latin1", 8, 16);
  const picture = (width: number, height: number): Picture => ({ type: "image/webp", width, height });
  if (kind === "WEBPVP8X") return picture(content.readUIntLE(24, 3) + 1, content.readUIntLE(27, 3) + 1);
  if (kind === "WEBPVP8 ")
    return picture(content.readUInt16LE(26) & 0x3fff, content.readUInt16LE(28) & 0x3fff);
  if (kind !== "WEBPVP8L") return null;
  const bits = content.readUInt32LE(21);
  return picture((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
}

/** What holds where the network has chosen nothing: the tokens of components/ui/tokens.css. */
export const OWN_COLOURS: Record<ColourUse, string> = {
  primary: "#4a2462",
  primaryDark: "#c9a6e4",
  accent: "#f4b13e",
};

/**
 * The branding as a style sheet that follows the app's own; empty when nothing differs. Colours are checked to be
 * `#rrggbb` and hashes to be hexadecimal, so nothing else can come in with them.
 */
export function brandingCss({ primary, primaryDark, accent }: Branding, logo: Logo | null): string {
  const colours = (plum: string | null, otherwise: string | null) =>
    [declare("--plum", plum ?? otherwise), declare("--marigold", accent)].join("");
  const light = colours(primary, null);
  // Said anew for dark ground, which what is said for light ground would otherwise reach as well.
  const dark = colours(primaryDark, light && OWN_COLOURS.primaryDark);
  return [
    light && `:root{${light}}`,
    dark && `@media (prefers-color-scheme:dark){:root{${dark}}}`,
    logo && logoCss(logo),
  ]
    .filter(Boolean)
    .join("");
}

const declare = (token: string, colour: string | null): string =>
  colour && /^#[0-9a-f]{6}$/.test(colour) ? `${token}:${colour};` : "";

function logoCss({ hash, width, height }: Logo): string {
  if (!/^[0-9a-f]{16}$/.test(hash) || !Number.isInteger(width) || !Number.isInteger(height)) return "";
  const box = `display:inline-block;block-size:1.75em;aspect-ratio:${width}/${height};vertical-align:middle;margin-inline-end:.4em`;
  return `.brand::before{content:"";${box};background:url("/logo/${hash}") center/contain no-repeat}`;
}
