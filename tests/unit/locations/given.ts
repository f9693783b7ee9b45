import sites from "../../../lib/sites/data/sites.json";
import { NO_FACTS, publicOn } from "../../../lib/sites/rules";
import type { Office, PublicSite, SiteRecord } from "../../../lib/sites/types";

/** A site of which nothing is known but where it is. */
export const givenSite = (facts: Partial<PublicSite> = {}): PublicSite => ({
  ...NO_FACTS,
  id: "koeln",
  name: "weact Köln",
  carriers: [],
  stateCode: "NW",
  state: "Nordrhein-Westfalen",
  ...facts,
});

export const givenOffice = (facts: Partial<Office> = {}): Office => ({
  label: "Büro",
  city: "Köln",
  street: null,
  postalCode: null,
  phones: null,
  emails: null,
  hours: null,
  ...facts,
});

/** The eleven sites as the public is shown them, before any of them changes something about itself. */
export const elevenSites = (): PublicSite[] =>
  (sites as SiteRecord[]).map(({ slug, name, carriers, stateCode, state, publishAddress, ...record }) =>
    publicOn(
      "2025-03-14",
      {
        ...NO_FACTS,
        id: slug,
        name,
        carriers,
        stateCode,
        state,
        channels: record.channels ?? [],
        languages: record.languages ?? [],
        offices: record.offices,
        website: record.website,
      },
      publishAddress,
    ),
  );
