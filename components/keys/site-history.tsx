import { useLocale, useTranslations } from "next-intl";
import { formatMoment, isolate } from "@/components/staff/wording";
import type { SiteEvent } from "@/lib/audit/types";

type NameOf = (account: string) => string;
type Words = ReturnType<typeof useTranslations<"staff">>;

/** Entries shown at once; the others are one press away. */
const SHOWN = 12;

/** What happened to the people and keys of a site, the newest first. */
export function SiteHistory({ events, names }: { events: SiteEvent[]; names: ReadonlyMap<string, string> }) {
  const t = useTranslations("staff");
  const nameOf: NameOf = (account) => isolate(names.get(account) || t("siteKeys.history.unknown"));
  return (
    <section className="card people-part" aria-labelledby="history-heading">
      <h2 id="history-heading">{t("siteKeys.history.heading")}</h2>
      <Entries events={events.slice(0, SHOWN)} nameOf={nameOf} />
      {events.length > SHOWN && (
        <details className="more">
          <summary>{t("case.history.earlier")}</summary>
          <Entries events={events.slice(SHOWN)} nameOf={nameOf} />
        </details>
      )}
    </section>
  );
}

function Entries({ events, nameOf }: { events: SiteEvent[]; nameOf: NameOf }) {
  const t = useTranslations("staff");
  const locale = useLocale();
  if (events.length === 0) return <p className="help">{t("case.history.empty")}</p>;
  return (
    <ol className="history">
      {events.map((event) => (
        <li key={event.seq}>
          {sentenceOf(event, t, nameOf)}
          {event.at && <time dateTime={event.at}>{formatMoment(locale, event.at)}</time>}
        </li>
      ))}
    </ol>
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
