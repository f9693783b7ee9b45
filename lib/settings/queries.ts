import { listSiteEvents } from "../audit/queries";
import type { SiteEvent } from "../audit/types";
import type { Desk, LeadDesk } from "../auth/desk";
import { AppError } from "../errors";
import { factsOf } from "../sites/queries";
import type { PublicSite } from "../sites/types";
import type { SiteSettings, SiteText, TextKind } from "./types";

/** What a lead sees of the own site: its settings, and what the network has settled. */
export type OwnSite = {
  settings: SiteSettings;
  checkedOn: string | null;
  /** The same as everybody may know it. */
  site: PublicSite;
  active: boolean;
};

export type SettingsEvent = Extract<SiteEvent, { action: "settingsChanged" }>;

/** The site of a desk as it stands in the database at this moment, also when it is not offered to the public. */
export async function readOwnSite(desk: Desk): Promise<OwnSite> {
  const row = await desk.db.site.findUnique({ where: { id: desk.site } });
  if (!row) throw new AppError("notFound");
  const { checkedOn, ...facts } = factsOf(row);
  const { publishAddress, retentionMonths, videoUrl, active, id, name, carriers, stateCode, state } = row;
  return {
    settings: { ...facts, publishAddress, retentionMonths, videoUrl },
    checkedOn,
    active,
    site: { id, name, carriers, stateCode, state, ...facts, checkedOn },
  };
}

/** The texts that the people of a site share, by title. One that cannot be opened is left out. */
export async function listSiteTexts(desk: Desk): Promise<SiteText[]> {
  const rows = await desk.db.siteText.findMany();
  const texts = await Promise.all(rows.map((row) => openText(desk, row)));
  return texts.filter((text) => text !== null).toSorted((a, b) => a.title.localeCompare(b.title, "de"));
}

type TextRow = { id: string; kind: string; keyEpoch: number; sealedBody: Uint8Array };

async function openText(desk: Desk, { id, kind, keyEpoch, sealedBody }: TextRow): Promise<SiteText | null> {
  const body = await desk.keys.openIfWhole(keyEpoch, "site_text.sealed_body", id, sealedBody);
  return body === null
    ? null
    : { id, kind: kind as TextKind, ...(JSON.parse(body) as { title: string; text: string }) };
}

/** What was changed about the site's settings lately, the newest first. */
export async function listSettingsEvents(desk: LeadDesk): Promise<SettingsEvent[]> {
  const events = await listSiteEvents(desk);
  return events.filter((event) => event.action === "settingsChanged");
}
