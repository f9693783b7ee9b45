import { surfaceDb } from "../db/client";
import { isOutage } from "../http/outage";
import type { Office, PublicSite, SiteId } from "./types";

const FRESH_MS = 30_000;

// One copy for all bundles of the server; public data only.
const shared = globalThis as { weactSites?: { readAt: number; sites: PublicSite[] } };

/**
 * The active sites with what they publish, by name. Read at most every 30 s; while the database is away the
 * last known list is given, so that a form can still be shown and sent again.
 */
export async function listSites(now: Date): Promise<PublicSite[]> {
  const known = shared.weactSites;
  if (known && now.getTime() - known.readAt < FRESH_MS) return known.sites;
  try {
    const sites = await readSites();
    shared.weactSites = { readAt: now.getTime(), sites };
    return sites;
  } catch (error) {
    if (known && isOutage(error)) return known.sites;
    throw error;
  }
}

/** @returns null for a site that does not exist or is no longer active */
export async function findSite(id: SiteId, now: Date): Promise<PublicSite | null> {
  return (await listSites(now)).find((site) => site.id === id) ?? null;
}

/** Asks the database itself whether it answers. @throws whatever keeps it from answering */
export async function checkDatabase(): Promise<void> {
  await surfaceDb("intake").site.findFirst({ select: { id: true } });
}

async function readSites(): Promise<PublicSite[]> {
  const rows = await surfaceDb("intake").site.findMany({ where: { active: true }, orderBy: { name: "asc" } });
  return rows.map(({ id, name, carriers, stateCode, state, channels, languages, website, ...row }) => {
    const offices = row.offices as unknown as Office[];
    return {
      id,
      name,
      carriers,
      stateCode,
      state,
      channels,
      languages,
      website,
      offices: row.publishAddress
        ? offices
        : offices.map((office) => ({ ...office, street: null, postalCode: null })),
    };
  });
}
