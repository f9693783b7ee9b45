import { formatDay, formatWeekday, WEEKDAY_CODES } from "../../../components/public/dates";
import { LOCALES, type Locale, localeInfo } from "../../../lib/i18n/locales";
import { STATES } from "../../../lib/sites/types";
import { COUNSELLING_LANGUAGES } from "../../../lib/vocabulary/types";
import { DAY } from "./given-data";
import { GIVEN, MESSAGE } from "./pseudo";

/** A piece of text as somebody meets it: shown, or read out. */
export type Piece = { where: string; text: string };

const SPOKEN = ["aria-label", "title", "alt", "placeholder", "label"];
/** Texts that the script shows later. */
const LATER = ["data-left", "data-over", "data-copied"];
const FOUND = /(?:name|property)="(?:description|og:title|og:description|og:site_name)"/;

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
const decoded = (text: string): string => text.replace(/&(#?\w+);/g, (all, name) => ENTITIES[name] ?? all);

/** Every text of a page as React prints it, one after the other, with the attributes that are read out. */
export function piecesOf(html: string): Piece[] {
  const bare = html.replace(/<(style|script)\b[^>]*>[\s\S]*?<\/\1>/g, "");
  return [...bare.matchAll(/<(?<tag>[^\s>]+)(?<attributes>[^>]*)>|(?<text>[^<]+)/g)].flatMap(
    ({ groups = {} }) => {
      if (groups.text !== undefined) return [{ where: "text", text: decoded(groups.text) }];
      return spokenAttributes(groups.tag ?? "", groups.attributes ?? "");
    },
  );
}

function spokenAttributes(tag: string, attributes: string): Piece[] {
  const names = [...SPOKEN, ...LATER, ...(tag === "meta" && FOUND.test(attributes) ? ["content"] : [])];
  return names.flatMap((name) => {
    const value = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
    return value ? [{ where: `${tag} ${name}`, text: decoded(value) }] : [];
  });
}

/**
 * What stands outside the brackets, piece by piece. A message may go on over several pieces, where a link stands in
 * it, but an attribute is a text of its own.
 */
export function outsideBrackets(pieces: Piece[]): Piece[] {
  let depth = 0;
  return pieces.map(({ where, text }) => {
    let outside = "";
    for (const sign of text) {
      if (sign === MESSAGE[0] || sign === GIVEN[0]) depth += 1;
      else if (sign === MESSAGE[1] || sign === GIVEN[1]) depth -= 1;
      else if (depth === 0) outside += sign;
    }
    return { where, text: outside };
  });
}

/**
 * Pieces in which a message goes on in another one: no translator can change their order. A message may follow one
 * that is a whole sentence.
 */
export const joined = (pieces: Piece[]): Piece[] =>
  pieces.filter(({ text }) => {
    let depth = 0;
    let before = "";
    let unfinished = false;
    for (const sign of text) {
      if (sign === MESSAGE[0] && depth++ === 0 && unfinished) return true;
      if (sign === MESSAGE[1] && --depth === 0) unfinished = !/[.!?]/.test(before);
      before = sign;
    }
    return false;
  });

/** What is rightly said without the catalogue: names that are the same everywhere, and what `Intl` writes. */
export const saidByOthers = (locale: Locale): string[] =>
  [
    ...LOCALES.map((tag) => localeInfo(tag).autonym),
    ...Object.values(COUNSELLING_LANGUAGES),
    ...Object.values(STATES),
    ...WEEKDAY_CODES.map((code) => formatWeekday(locale, code)),
    formatDay(locale, DAY),
    // The licences of the data ask for these words.
    "© GeoBasis-DE / BKG 2021 (Daten verändert)",
    "Postleitzahl-Daten: GeoNames (geonames.org), CC BY 4.0, bearbeitet",
  ].toSorted((a, b) => b.length - a.length);

/** Hosts and paths of the web. */
const ADDRESS = /[\w-]+(?:\.[\w-]+)+(?:\/[\w/-]*)?/gu;

/** Whether letters remain when everything is gone that others say. */
export function isUnexplained(text: string, others: string[]): boolean {
  // Nearly every piece is nothing but a message, so the long way is seldom gone.
  if (!/\p{L}/u.test(text)) return false;
  const rest = others.reduce((left, known) => left.replaceAll(known, " "), text).replace(ADDRESS, " ");
  return /\p{L}/u.test(rest);
}
