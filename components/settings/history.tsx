import { useLocale } from "next-intl";
import { formatMoment } from "@/components/staff/wording";
import type { Saying } from "./form-spec";
import { Sayings } from "./sayings";

export type HistoryEntry = {
  id: string;
  /** An ISO instant. */
  at: string;
  who: string;
  what: string;
  before: Saying[];
  after: Saying[];
};

type HistoryProps = {
  heading: string;
  empty: string;
  before: string;
  after: string;
  entries: HistoryEntry[];
};

/** Who changed which settings, from what to what. */
export function SettingsHistory({ heading, empty, before, after, entries }: HistoryProps) {
  const locale = useLocale();
  return (
    <section aria-labelledby="settings-history">
      <h2 id="settings-history">{heading}</h2>
      {entries.length === 0 && <p className="muted">{empty}</p>}
      <ul className="settings-events">
        {entries.map(({ id, at, who, what, ...sides }) => (
          <li key={id}>
            <details>
              <summary>
                <time dateTime={at}>{formatMoment(locale, at)}</time> · <bdi>{what}</bdi> · <bdi>{who}</bdi>
              </summary>
              {sides.before.length > 0 && <h3>{before}</h3>}
              <Sayings sayings={sides.before} />
              {sides.after.length > 0 && <h3>{after}</h3>}
              <Sayings sayings={sides.after} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
