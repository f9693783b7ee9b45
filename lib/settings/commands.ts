import { changeSite, countChanges, type SiteTx } from "../audit/commands";
import type { LeadDesk } from "../auth/desk";
import { refreshSites } from "../sites/queries";
import { berlinDay } from "../time/rules";
import { listSiteTexts, readOwnSite } from "./queries";
import { changedFields, isPublic, isSame, keepPlaces, partOf, seenOf } from "./rules";
import type { PartValue, Seen, SettingsResult, SitePart, SiteSettings, SiteText } from "./types";

/** How often a change is tried again that met another one of the site's, such as a colleague who joined. */
const ATTEMPTS = 5;

/**
 * Changes one part of the site's settings, if it still is what the lead saw, and writes the values before and after
 * into the site's history. Whoever changes what people are told has looked at it: that counts as a check.
 */
export async function changePart<P extends SitePart>(
  desk: LeadDesk,
  part: P,
  value: PartValue<P>,
  seen: Seen,
  now: Date,
): Promise<SettingsResult> {
  const result = await whileOthersChange(desk, async (since) => {
    const { settings } = await readOwnSite(desk);
    const current = partOf(part, settings);
    if (seenOf(current) !== seen) return { ok: false, reason: "changedMeanwhile" };
    const next = { ...value, ...keepPlaces(value, settings) };
    if (isSame(current, next)) return { ok: false, reason: "nothingChanged" };
    const action = { action: "settingsChanged", part, ...changedFields(current, next) } as const;
    const stored = isPublic(part) ? { ...next, checkedOn: new Date(berlinDay(now)) } : next;
    const done = await changeSite(desk, since, action, now, (tx) => updateSite(tx, desk, stored));
    return done ? { ok: true } : null;
  });
  refreshSites();
  return result;
}

/** Notes that everything the site says about itself is true today. */
export async function confirmFacts(desk: LeadDesk, now: Date): Promise<void> {
  const { checkedOn } = await readOwnSite(desk);
  const today = berlinDay(now);
  if (checkedOn === today) return;
  const [before, after] = [{ checkedOn }, { checkedOn: today }];
  const action = { action: "settingsChanged", part: "checked", before, after } as const;
  await changeSite(desk, null, action, now, (tx) => updateSite(tx, desk, { checkedOn: new Date(today) }));
  refreshSites();
}

/** Writes a text block or a template: a new one under a new id, or another version of one that is there. */
export function writeSiteText(
  desk: LeadDesk,
  { seen, ...text }: SiteText & { seen: Seen },
  now: Date,
): Promise<SettingsResult> {
  return changeText(desk, text.id, seen, text, now);
}

export function removeSiteText(
  desk: LeadDesk,
  { id, seen }: { id: string; seen: Seen },
  now: Date,
): Promise<SettingsResult> {
  return changeText(desk, id, seen, null, now);
}

/** What stands for a text that is not there yet, or no longer. */
export const NO_TEXT: Seen = "";

function changeText(
  desk: LeadDesk,
  id: string,
  seen: Seen,
  next: SiteText | null,
  now: Date,
): Promise<SettingsResult> {
  return whileOthersChange(desk, async (since) => {
    const current = (await listSiteTexts(desk)).find((text) => text.id === id) ?? null;
    if (current && next && isSame(current, next)) return { ok: false, reason: "nothingChanged" };
    if ((current ? seenOf(current) : NO_TEXT) !== seen) return { ok: false, reason: "changedMeanwhile" };
    const sealed = next && (await sealText(desk, next));
    // The text itself stands in the history once, with the change that ended it.
    const [before, after] = [{ text: current }, { text: next && { title: next.title, kind: next.kind } }];
    const action = { action: "settingsChanged", part: "texts", before, after } as const;
    const done = await changeSite(desk, since, action, now, async (tx) => {
      await tx.siteText.deleteMany({ where: { id } });
      if (sealed) await tx.siteText.createMany({ data: [sealed] });
    });
    return done ? { ok: true } : null;
  });
}

async function sealText(desk: LeadDesk, { id, kind, title, text }: SiteText) {
  const body = JSON.stringify({ title, text });
  const { keyEpoch, sealed } = await desk.keys.sealForSite("site_text.sealed_body", id, body);
  return { siteId: desk.site, id, kind, keyEpoch, sealedBody: sealed };
}

async function whileOthersChange(
  desk: LeadDesk,
  attempt: (since: number) => Promise<SettingsResult | null>,
): Promise<SettingsResult> {
  for (let tried = 0; tried < ATTEMPTS; tried += 1) {
    const result = await attempt(await countChanges(desk));
    if (result) return result;
  }
  return { ok: false, reason: "changedMeanwhile" };
}

type SiteColumns = Partial<SiteSettings> & { checkedOn?: Date };

async function updateSite(tx: SiteTx, desk: LeadDesk, columns: SiteColumns): Promise<void> {
  await tx.site.updateMany({ where: { id: desk.site }, data: columns });
}
