import { cleanText } from "../http/clean";
import { distanceOf } from "../locations/rules";
import type {
  Candidate,
  HelpReason,
  HelpWishes,
  Offer,
  OfferSnapshot,
  Partner,
  PartnerFacts,
  RankedOffer,
} from "./types";

/** What each answer to a wish counts. The database picks by the same numbers (lib/partners/internal/pick.ts). */
export const WEIGHTS = {
  help: { named: 4, open: 1 },
  lifeArea: { named: 4, open: 1 },
  ground: { named: 3, open: 1 },
  language: { named: 4, open: 1 },
  region: { named: 2, open: 1 },
  near: { within10: 3, within30: 2, within100: 1 },
  /** Help from afar, where nothing of it is near. */
  remote: 1,
  cost: { free: 2, sliding: 1, paid: 0 },
} as const;

export const REMOTE = ["phone", "video", "email", "chat"] as const;

/**
 * Offers in the order in which they are likely to help: those that are there for the place before all others, then
 * by what speaks for them, then the nearer one. Nothing is left out: whoever knows more than the directory decides.
 */
export const rankOffers = (candidates: readonly Candidate[], wishes: HelpWishes): RankedOffer[] =>
  candidates
    .map((candidate) => weigh(candidate, wishes))
    .toSorted(
      (a, b) =>
        Number(b.serves) - Number(a.serves) ||
        b.score - a.score ||
        compare(a.km ?? Number.POSITIVE_INFINITY, b.km ?? Number.POSITIVE_INFINITY) ||
        compare(a.offer.id, b.offer.id),
    );

const compare = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

function weigh(candidate: Candidate, wishes: HelpWishes): RankedOffer {
  const { offer, position } = candidate;
  const { place } = wishes;
  const km = place && position ? distanceOf(place, position) : null;
  const region = place && regionSays(offer, place);
  const near = km === null ? 0 : nearness(km);
  const remote = place !== null && near === 0 && REMOTE.some((way) => offer.channels.includes(way));
  const reasons: HelpReason[] = [
    ...saying("help", offer.help, wishes.help),
    ...saying("lifeArea", offer.lifeAreas, wishes.lifeAreas),
    ...saying("ground", offer.grounds, wishes.grounds),
    ...saying("language", offer.languages, wishes.language ? [wishes.language] : []),
    ...(region ? [{ of: "region", says: region } as const] : []),
    ...(km === null ? [] : [{ of: "distance", km } as const]),
    ...(remote ? [{ of: "remote" } as const] : []),
    ...(offer.cost ? [{ of: "cost", cost: offer.cost } as const] : []),
  ];
  return {
    ...candidate,
    serves: region !== "other",
    score: reasons.reduce((sum, reason) => sum + countOf(reason), 0),
    km,
    reasons,
  };
}

type Said = "named" | "open" | "other";

const saying = (
  of: "help" | "lifeArea" | "ground" | "language",
  list: readonly string[],
  wished: readonly string[],
): HelpReason[] => (wished.length === 0 ? [] : [{ of, says: says(list, wished) }]);

const says = (list: readonly string[], wished: readonly string[]): Said =>
  list.some((code) => wished.includes(code)) ? "named" : list.length === 0 ? "open" : "other";

function regionSays({ states, postalCodes }: Offer, place: NonNullable<HelpWishes["place"]>): Said {
  if (states.length === 0 && postalCodes.length === 0) return "open";
  const prefixes = place.codes.flatMap(prefixesOf);
  return states.some((code) => place.states.includes(code)) ||
    postalCodes.some((code) => prefixes.includes(code))
    ? "named"
    : "other";
}

/** Under which entries of an area a postal code is found: `50667` under 5, 50, 506, 5066 and itself. */
export const prefixesOf = (code: string): string[] =>
  Array.from({ length: code.length }, (_, index) => code.slice(0, index + 1));

function nearness(km: number): number {
  if (km <= 10) return WEIGHTS.near.within10;
  if (km <= 30) return WEIGHTS.near.within30;
  return km <= 100 ? WEIGHTS.near.within100 : 0;
}

function countOf(reason: HelpReason): number {
  if (reason.of === "distance") return nearness(reason.km);
  if (reason.of === "remote") return WEIGHTS.remote;
  if (reason.of === "cost") return WEIGHTS.cost[reason.cost];
  return reason.says === "other" ? 0 : WEIGHTS[reason.of][reason.says];
}

type Value = { code: string; parent: string | null; list: string };

/** A code of a list with the one above it and those below it: an offer for a whole area covers its parts. */
export function relatedCodes(values: readonly Value[], list: string, codes: readonly string[]): string[] {
  const chosen = codes.filter(Boolean);
  const own = values.filter((value) => value.list === list);
  const above = own.filter(({ code }) => chosen.includes(code)).flatMap(({ parent }) => parent ?? []);
  const below = own.filter(({ parent }) => parent && chosen.includes(parent)).map(({ code }) => code);
  return [...new Set([...chosen, ...above, ...below])];
}

/** What a search compares: words without case and accents. */
export const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ı", "i")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** What a partner is found by, the name first, because the directory is in this order. */
export const searchTextOf = ({ name, city, postalCode, alliances }: PartnerFacts): string =>
  [folded(name), ...[city, postalCode, ...alliances].map(folded)].join(" · ").slice(0, 400);

/** The day before which somebody must have checked an entry, else it is due. */
export const checkDueBefore = (today: string): string =>
  `${Number(today.slice(0, 4)) - 1}${today.slice(4) === "-02-29" ? "-02-28" : today.slice(4)}`;

/** A partner and an offer as they are now, for a referral to keep. */
export const snapshotOf = (partner: Partner, offer: Offer): OfferSnapshot => ({
  partnerId: partner.id,
  partnerVersion: partner.version,
  offerId: offer.id,
  offerVersion: offer.version,
  name: partner.name,
  title: offer.title,
  address: [partner.street, `${partner.postalCode} ${partner.city}`.trim()].filter(Boolean),
  phones: partner.phones,
  emails: partner.emails,
  website: partner.website,
  contact: offer.contact || partner.contact,
  openingHours: offer.openingHours || partner.openingHours,
  description: offer.description || partner.description,
  languages: offer.languages,
  cost: offer.cost,
  warmth: offer.warmth,
});

/**
 * The text of a file as spreadsheets write it: UTF-8, with or without a mark at its beginning, or else Windows-1252.
 */
export function decodeCsv(bytes: Uint8Array): string {
  try {
    return cleanText(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return cleanText(new TextDecoder("windows-1252").decode(bytes));
  }
}
