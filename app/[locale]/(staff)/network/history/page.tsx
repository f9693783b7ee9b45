import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { type NetworkWords, networkSayings } from "@/components/network/network-sayings";
import { SettingsHistory } from "@/components/settings/history";
import { requireNetworkDesk } from "@/lib/auth/gates";
import { listNetworkEvents } from "@/lib/network/queries";
import type { NetworkEvent } from "@/lib/network/types";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.networkSettings.history");
  return { title: t("heading") };
}

/** What coordinators changed lately. */
export default async function NetworkHistoryPage() {
  const desk = await requireNetworkDesk();
  const [t, locale, events] = await Promise.all([
    getTranslations("staff.networkSettings"),
    getLocale(),
    listNetworkEvents(desk),
  ]);
  const entries = events.map((event) => ({
    id: event.id,
    at: event.at.toISOString(),
    who: t(event.account === desk.account ? "history.you" : "history.somebody"),
    what: whatOf(t, event),
    before: networkSayings({ t, locale }, sideOf(event, "before")),
    after: networkSayings({ t, locale }, sideOf(event, "after")),
  }));
  return (
    <>
      <h1>{t("history.heading")}</h1>
      <SettingsHistory
        heading={t("history.latest")}
        empty={t("history.empty")}
        before={t("history.before")}
        after={t("history.after")}
        entries={entries}
      />
    </>
  );
}

function whatOf(t: NetworkWords, event: NetworkEvent): string {
  const what = t(`history.actions.${event.action}`);
  if ("site" in event) return `${what}: ${event.site}`;
  if (event.action === "settingChanged") return `${what}: ${event.key}`;
  if (event.action === "messageSent") return `${what}: ${event.after.title}`;
  if (event.action === "messageWithdrawn") return `${what}: ${event.before.title}`;
  if (event.action === "valueAdded") return `${what}: ${event.value.code}`;
  if (event.action === "valueChanged") return `${what}: ${event.before.code}`;
  return `${what}: ${event.after.code}`;
}

function sideOf(event: NetworkEvent, side: "before" | "after"): object {
  if (event.action === "valueAdded") return side === "after" ? event.value : {};
  const value: unknown = side in event ? event[side as keyof NetworkEvent] : null;
  return typeof value === "object" && value !== null ? value : {};
}
