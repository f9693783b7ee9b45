import type { Office, PublicSite } from "../sites/types";

/** Degrees north and east. */
export type Position = { lat: number; lon: number };

/** Where somebody looks from: a postal code, or a town with all its codes. */
export type Place = Position & {
  name: string;
  /** The district, where that is not the town itself; several towns share a name. */
  district: string;
  /** The Länder by their codes. A few postal codes lie in two. */
  states: string[];
  codes: string[];
  /** The code in the middle of the place, by which a link can name it. */
  code: string;
  /** The code is missing in the table, so this is the middle of its neighbours. */
  approximate?: boolean;
};

/** What somebody typed, and the places it may mean. */
export type PlaceSearch = {
  place: Place | null;
  /** Found by its code, which is then worth showing. */
  byCode: boolean;
  suggestions: Place[];
};

/** What somebody looks for. Empty strings: it does not matter. */
export type LocationSearch = { q: string; language: string; channel: string };

/** An office with the place on the map that it may be shown at. */
export type LocatedOffice = { office: Office; position: Position };

export type LocatedSite = { site: PublicSite; offices: LocatedOffice[] };

/**
 * Why a site is for people from a place: it names the postal code, or the Land, or has not said for whom it is
 * there and stands in the same Land.
 */
export type Reason = "postalCode" | "area" | "ownState";

/** What was asked for and nobody has confirmed of a site. */
export type Unconfirmed = "language" | "channel";

export type Finding = {
  site: PublicSite;
  reason: Reason | null;
  /** The nearest office, and how far it is as the crow flies: whole km, where 0 means less than one. */
  office: Office | null;
  km: number | null;
  /** Also what is missing in a list that the site has published: they may still know somebody. */
  unconfirmed: Unconfirmed[];
};

/** How a site far away can be reached all the same. The mailbox of this app is called `chat`. */
export const REMOTE_CHANNELS = ["phone", "video", "email", "chat"] as const;
export type RemoteChannel = (typeof REMOTE_CHANNELS)[number];

export type RemoteOffer = { channel: RemoteChannel; sites: PublicSite[] };

export type LocationAnswer = PlaceSearch & {
  search: LocationSearch;
  findings: Finding[];
  /** Other ways, for when nobody is near. */
  remote: RemoteOffer[];
  map: SiteMap;
};

export type Box = { x: number; y: number; width: number; height: number };

/**
 * Where the name of a town stands: all of it lies in the box. `textX` is where it begins, ends or has its middle, as
 * `anchor` says, in a text from left to right.
 */
export type Label = Box & { baseline: number; textX: number; anchor: "start" | "middle" | "end" };

/** A site on the map. A label that would cover another is left out; the list has every name. */
export type Pin = {
  site: string;
  siteName: string;
  town: string;
  x: number;
  y: number;
  label: Label | null;
};

export type SiteMap = {
  /** What is to be seen, in units of the outlines; the labels may need more room than the country. */
  view: Box;
  /** Of the labels, in the same units: legible where the map is 320 px wide. */
  fontSize: number;
  /** Of the circles around the pins' places. No two of them touch. */
  pinRadius: number;
  states: { code: string; path: string; marked: boolean }[];
  pins: Pin[];
};

/** Whether somebody is there now, and until or from when. Times are local, days as `YYYY-MM-DD`. */
export type Opening =
  | { open: true; closes: string }
  | { open: false; holiday: boolean; next: { day: string; inDays: number; time: string } | null };

export type LocationPageFacts = {
  site: PublicSite;
  /** Beside each office; null where no hours are known. */
  openings: (Opening | null)[];
};
