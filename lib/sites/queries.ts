import { surfaceDb } from "../db/client";
import { pagesChanged } from "../http/kept";
import { isOutage } from "../http/outage";
import { isoDay } from "../time/day";
import { berlinDay } from "../time/rules";
import { publicOn } from "./rules";
import type { Closure, Notice, Office, PublicSite, SiteFacts, SiteId } from "./types";

const FRESH_MS = 30_000;

// One copy for all bundles of the server; public data only.
const shared = globalThis as { weactSites?: { readAt: number; sites: PublicSite[] } };

/**
 * The sites that are offered to the public, with what they publish, by name: those that are active and have a key
 * to seal to. Read at most every 30 s; while the database is away the last known list is given, so that a form can
 * still be shown and sent again.
 */
export async function listSites(now: Date): Promise<PublicSite[]> {
  const known = shared.weactSites;
  if (known && now.getTime() - known.readAt < FRESH_MS) return known.sites;
  try {
    const sites = await readSites(now);
    shared.weactSites = { readAt: now.getTime(), sites };
    return sites;
  } catch (error) {
    if (known && isOutage(error)) return known.sites;
    throw error;
  }
}

/** Has the list read anew at the next occasion, because something in it changed. Other processes take their 30 s. */
export function refreshSites(): void {
  if (shared.weactSites) shared.weactSites.readAt = 0;
  pagesChanged();
}

/** @returns null for a site that does not exist or is not offered to the public */
export async function findSite(id: SiteId, now: Date): Promise<PublicSite | null> {
  return (await listSites(now)).find((site) => site.id === id) ?? null;
}

/** What a site is called for those who work there, whether or not it is offered to the public. */
export async function siteName(id: SiteId, now: Date): Promise<string> {
  const offered = await findSite(id, now);
  if (offered) return offered.name;
  const row = await surfaceDb("intake").site.findFirst({ where: { id }, select: { name: true } });
  return row?.name ?? id;
}

/** Asks the database itself whether it answers. @throws whatever keeps it from answering */
export async function checkDatabase(): Promise<void> {
  await surfaceDb("intake").site.findFirst({ select: { id: true } });
}

async function readSites(now: Date): Promise<PublicSite[]> {
  const rows = await surfaceDb("intake").site.findMany({
    where: { active: true, keys: { some: {} } },
    orderBy: { name: "asc" },
  });
  const today = berlinDay(now);
  return rows.map((row) => {
    const { id, name, carriers, stateCode, state, publishAddress } = row;
    return publicOn(today, { id, name, carriers, stateCode, state, ...factsOf(row) }, publishAddress);
  });
}

/** The columns of a site that say something about it in public. */
type FactColumns = Omit<SiteFacts, "offices" | "closures" | "notices" | "checkedOn"> & {
  offices: unknown;
  closures: unknown;
  notices: unknown;
  checkedOn: Date | null;
};

/** What a site says about itself, as stored: also what people are not shown. */
export const factsOf = (row: FactColumns): SiteFacts => ({
  channels: row.channels,
  languages: row.languages,
  offices: row.offices as Office[],
  website: row.website,
  areaStates: row.areaStates,
  areaPostalCodes: row.areaPostalCodes,
  accessibility: row.accessibility,
  closures: row.closures as Closure[],
  notices: row.notices as Notice[],
  answerDays: row.answerDays,
  checkedOn: row.checkedOn && isoDay(row.checkedOn),
});
