import { type PartnerReader, partnerSayings } from "@/components/partners/partner-sayings";
import type { HistoryEntry } from "@/components/settings/history";
import { isolate } from "@/components/staff/wording";
import type { Desk } from "@/lib/auth/desk";
import { listColleagues } from "@/lib/cases/queries";
import { listPartnerEvents } from "@/lib/partners/queries";
import type { PartnerEvent, PartnerFile } from "@/lib/partners/types";
import { changedFields } from "@/lib/settings/rules";
import { siteName } from "@/lib/sites/queries";

/** The history of a partner in words. Colleagues are named; of another site, only the site. */
export async function historyOf(
  desk: Desk,
  { partner }: PartnerFile,
  reader: PartnerReader,
): Promise<HistoryEntry[]> {
  const [events, colleagues] = await Promise.all([listPartnerEvents(desk, partner.id), listColleagues(desk)]);
  const others = [...new Set(events.map(({ site }) => site))].filter((site) => site !== desk.site);
  const names = new Map(
    await Promise.all(others.map(async (site) => [site, await siteName(site, new Date())] as const)),
  );
  const somebody = reader.t("partners.history.somebody");
  const nameOf = ({ site, account }: PartnerEvent) =>
    names.get(site) ?? colleagues.find(({ accountId }) => accountId === account)?.name ?? somebody;
  return events.map((event) => entryOf(event, nameOf(event), reader));
}

function entryOf(event: PartnerEvent, who: string, reader: PartnerReader): HistoryEntry {
  const isNew = event.before === null;
  const { before, after } = changedFields(event.before ?? {}, event.after);
  return {
    id: event.id,
    at: event.at.toISOString(),
    who,
    what: whatOf(event, Object.keys(after), reader),
    before: isNew ? [] : partnerSayings(reader, before),
    after: partnerSayings(reader, after),
  };
}

function whatOf({ offerId, before, after }: PartnerEvent, changed: string[], { t }: PartnerReader): string {
  const title = isolate(String(after.title ?? ""));
  if (offerId) return t(before ? "partners.history.offerChanged" : "partners.history.offerAdded", { title });
  if (!before) return t("partners.history.partnerAdded");
  const checked = changed.length === 1 && changed[0] === "checkedOn";
  return t(checked ? "partners.history.partnerChecked" : "partners.history.partnerChanged");
}
