import type { Desk } from "../auth/desk";
import type { SiteEvent } from "./types";

const LATEST = 100;

type EventRow = { seq: number; keyEpoch: number; sealedDetail: Uint8Array };

/** The latest hundred changes to the site's people, keys and settings, the newest first. */
export async function listSiteEvents(desk: Desk): Promise<SiteEvent[]> {
  const rows = await desk.db.siteEvent.findMany({ orderBy: { seq: "desc" }, take: LATEST });
  return Promise.all(rows.map((row) => openEvent(desk, row)));
}

async function openEvent({ keys }: Desk, { seq, keyEpoch, sealedDetail }: EventRow): Promise<SiteEvent> {
  const text = await keys.openIfWhole(keyEpoch, "site_event.sealed_detail", String(seq), sealedDetail);
  if (text === null) return { action: "unreadable", seq, account: "", at: "" };
  return { ...JSON.parse(text), seq };
}
