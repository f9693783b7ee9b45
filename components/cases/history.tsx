import { useLocale, useTranslations } from "next-intl";
import { formatMoment, isolate } from "@/components/staff/wording";
import type { CaseEvent, Colleague } from "@/lib/cases/types";

type HistoryProps = { events: CaseEvent[]; colleagues: Colleague[] };
type Words = ReturnType<typeof useTranslations<"staff">>;
type NameOf = (account: string) => string;

/** Entries shown at once; the others are one press away. */
const SHOWN = 8;

/** Who did what when, the newest first. */
export function History({ events, colleagues }: HistoryProps) {
  const t = useTranslations("staff");
  const names = new Map(colleagues.map(({ accountId, name }) => [accountId, name]));
  const nameOf: NameOf = (account) => isolate(names.get(account) ?? t("case.history.unknown"));
  return (
    <section className="card" aria-labelledby="history-heading">
      <h2 id="history-heading">{t("case.history.heading")}</h2>
      {events.length === 0 && <p className="help">{t("case.history.empty")}</p>}
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

function Entries({ events, nameOf }: { events: CaseEvent[]; nameOf: NameOf }) {
  const t = useTranslations("staff");
  const locale = useLocale();
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

function sentenceOf(event: CaseEvent, t: Words, nameOf: NameOf): string {
  if (event.action === "unreadable") return t("case.thread.unreadable");
  const name = nameOf(event.account);
  switch (event.action) {
    case "statusChanged":
      return t("case.history.statusChanged", {
        name,
        from: t(`status.${event.from}`),
        to: t(`status.${event.to}`),
      });
    case "assigned":
      if (!event.to) return t("case.history.released", { name });
      return event.to === event.account
        ? t("case.history.taken", { name })
        : t("case.history.assigned", { name, to: nameOf(event.to) });
    default:
      return t(`case.history.${event.action}`, { name });
  }
}
