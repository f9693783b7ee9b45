import { useLocale, useTranslations } from "next-intl";
import { formatMoment, formatShortDay } from "./wording";

/** An entry of a history. `at` is an ISO instant; one that cannot be opened has none. */
type Event = { readonly seq: number; readonly at: string };

type EventListProps<E> = {
  heading: string;
  /** The newest first. */
  events: readonly E[];
  /** How many are shown at once; the others are one press away. */
  shown: number;
  sentenceOf: (event: E) => string;
  className: string;
};

/** Who did what when. */
export function EventList<E extends Event>({
  heading,
  events,
  shown,
  sentenceOf,
  className,
}: EventListProps<E>) {
  const t = useTranslations("staff.case.history");
  return (
    <section className={className} aria-labelledby="history-heading">
      <h2 id="history-heading">{heading}</h2>
      {events.length === 0 && <p className="help">{t("empty")}</p>}
      <Entries events={events.slice(0, shown)} sentenceOf={sentenceOf} />
      {events.length > shown && (
        <details className="more">
          <summary>{t("earlier")}</summary>
          <Entries events={events.slice(shown)} sentenceOf={sentenceOf} />
        </details>
      )}
    </section>
  );
}

/** The entries themselves. Of some only the day is known. */
export function Entries<E extends Event>({
  events,
  sentenceOf,
}: Pick<EventListProps<E>, "events" | "sentenceOf">) {
  const locale = useLocale();
  return (
    <ol className="history">
      {events.map((event) => (
        <li key={event.seq}>
          {sentenceOf(event)}
          {event.at && (
            <time dateTime={event.at}>
              {event.at.length > 10
                ? formatMoment(locale, event.at)
                : formatShortDay(locale, new Date(event.at))}
            </time>
          )}
        </li>
      ))}
    </ol>
  );
}
