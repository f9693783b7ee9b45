import records from "../../lib/sites/data/sites.json";
import { NO_FACTS, publicOn } from "../../lib/sites/rules";
import type { PublicSite, SiteRecord } from "../../lib/sites/types";

/** The sites as they are loaded into a new database. */
export const publicSites = (): PublicSite[] =>
  (records as SiteRecord[]).map(({ slug, publishAddress, channels, languages, ...record }) => {
    const site = { ...NO_FACTS, ...record, id: slug, channels: channels ?? [], languages: languages ?? [] };
    return publicOn("", site, publishAddress);
  });
