/** The slug of one of the network's sites; it names the site's rows and its database login. */
export type SiteId = string & { readonly __brand?: "SiteId" };

/** Weekdays as they are stored, from Monday. */
export const WEEKDAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Hours of one or more weekdays, as the site published them (local time, Europe/Berlin). */
export type OpeningHours = { days: string[]; opens?: string; closes?: string; byAppointment?: boolean };

/** `null` means that nobody has confirmed the fact, so nothing is shown. */
export type Office = {
  label: string;
  city: string;
  street: string | null;
  postalCode: string | null;
  phones: string[] | null;
  emails: string[] | null;
  hours: OpeningHours[] | null;
  wheelchair?: boolean | null;
  lat?: number | null;
  lon?: number | null;
};

/** Days on which nobody is there, the last one included, as `YYYY-MM-DD`. */
export type Closure = { from: string; to: string; reason: string };

/** A short public text by interface language, shown up to and including a day. */
export type Notice = { texts: Record<string, string>; until: string };

/** What a site offers to people with disabilities and others who need something particular. */
export const ACCESSIBILITY = [
  "accessibleToilet",
  "signLanguage",
  "hearingLoop",
  "easyLanguage",
  "quietRoom",
  "assistanceDogs",
  "children",
] as const;

/** The Länder by their ISO 3166-2 codes, without the country. */
export const STATES: Readonly<Record<string, string>> = {
  BW: "Baden-Württemberg",
  BY: "Bayern",
  BE: "Berlin",
  BB: "Brandenburg",
  HB: "Bremen",
  HH: "Hamburg",
  HE: "Hessen",
  MV: "Mecklenburg-Vorpommern",
  NI: "Niedersachsen",
  NW: "Nordrhein-Westfalen",
  RP: "Rheinland-Pfalz",
  SL: "Saarland",
  SN: "Sachsen",
  ST: "Sachsen-Anhalt",
  SH: "Schleswig-Holstein",
  TH: "Thüringen",
};

/** One entry of `data/sites.json`. */
export type SiteRecord = {
  slug: SiteId;
  name: string;
  carriers: string[];
  stateCode: string;
  state: string;
  area: { de: string } | null;
  channels: string[] | null;
  languages: string[] | null;
  publishAddress: boolean;
  offices: Office[];
  website: string | null;
  sources: unknown[];
};

/** What a site says about itself in public, each fact only if somebody has confirmed it. */
export type SiteFacts = {
  channels: string[];
  languages: string[];
  offices: Office[];
  website: string | null;
  areaStates: string[];
  areaPostalCodes: string[];
  accessibility: string[];
  closures: Closure[];
  notices: Notice[];
  /** Working days until people have an answer. */
  answerDays: number | null;
  /** The day on which somebody said that all of this is true, as `YYYY-MM-DD`. */
  checkedOn: string | null;
};

/** What everybody may know about a site. Addresses of a site that does not publish them are not in here. */
export type PublicSite = SiteFacts & {
  id: SiteId;
  name: string;
  carriers: string[];
  stateCode: string;
  state: string;
};
