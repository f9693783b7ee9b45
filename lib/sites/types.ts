/** The slug of one of the network's sites; it names the site's rows and its database login. */
export type SiteId = string & { readonly __brand?: "SiteId" };

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
  lat: number;
  lon: number;
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

/** What everybody may know about a site. Addresses of a site that does not publish them are not in here. */
export type PublicSite = {
  id: SiteId;
  name: string;
  carriers: string[];
  stateCode: string;
  state: string;
  channels: string[];
  languages: string[];
  offices: Office[];
  website: string | null;
};
