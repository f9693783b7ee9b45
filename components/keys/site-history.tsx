import { useTranslations } from "next-intl";
import { EventList } from "@/components/staff/event-list";
import { isolate } from "@/components/staff/wording";
import type { SiteEvent } from "@/lib/audit/types";

type NameOf = (account: string) => string;
type Words = ReturnType<typeof useTranslations<"staff">>;

const SHOWN = 12;

/** What happened to the people and keys of a site, the newest first. */
export function SiteHistory({ events, names }: { events: SiteEvent[]; names: ReadonlyMap<string, string> }) {
  const t = useTranslations("staff");
  const nameOf: NameOf = (account) => isolate(names.get(account) || t("siteKeys.history.unknown"));
  return (
    <EventList
      heading={t("siteKeys.history.heading")}
      events={events}
      shown={SHOWN}
      sentenceOf={(event) => sentenceOf(event, t, nameOf)}
      className="card people-part"
    />
  );
}

function sentenceOf(event: SiteEvent, t: Words, nameOf: NameOf): string {
  if (event.action === "unreadable") return t("case.thread.unreadable");
  const name = nameOf(event.account);
  switch (event.action) {
    case "invited":
    case "invitationWithdrawn":
      return t(`siteKeys.history.${event.action}`, {
        name,
        other: isolate(event.name || t("people.nameless")),
      });
    case "keysGranted":
      return t("siteKeys.history.keysGranted", { name, other: nameOf(event.to) });
    case "roleChanged": {
      const role = event.role === "lead" ? t("account.role.lead") : t("account.role.counsellor");
      return t("siteKeys.history.roleChanged", { name, other: nameOf(event.of), role });
    }
    case "accessReset":
    case "sessionsEnded":
    case "unlocked":
    case "left":
      return t(`siteKeys.history.${event.action}`, { name, other: nameOf(event.of) });
    default:
      return t(`siteKeys.history.${event.action}`, { name });
  }
}
