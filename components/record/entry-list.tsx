import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Saying } from "@/components/settings/form-spec";
import { Sayings } from "@/components/settings/sayings";
import { FormNotice } from "@/components/staff/form-parts";
import { formatMoment, isolate } from "@/components/staff/wording";
import type { Entry, Written } from "@/lib/record/types";

/** Something documented, with its words. */
export type ShownEntry = Omit<Entry<unknown>, "values"> & {
  /** The day, and what kind of thing it was. */
  heading: string;
  sayings: Saying[];
  /** The forms that change it, where it is being changed; or else null. */
  forms: ReactNode;
  /** Whether it has just been changed. */
  saved: boolean;
};

type EntryListProps = {
  entries: ShownEntry[];
  /** Names of those who work here, by account. */
  names: Readonly<Record<string, string>>;
  pageHref: string;
  empty: string;
};

/** What was documented, the newest first. What was marked as wrong is folded away below. */
export function EntryList({ entries, empty, ...shared }: EntryListProps) {
  const t = useTranslations("staff.record");
  const valid = entries.filter(({ removed }) => !removed);
  const wrong = entries.filter(({ removed }) => removed);
  return (
    <>
      {valid.length === 0 && <p className="help">{empty}</p>}
      <Entries entries={valid} {...shared} />
      {wrong.length > 0 && (
        <details className="more" open={wrong.some(({ forms, saved }) => saved || forms !== null)}>
          <summary>{t("entry.removed", { count: wrong.length })}</summary>
          <Entries entries={wrong} {...shared} />
        </details>
      )}
    </>
  );
}

function Entries({ entries, names, pageHref }: Omit<EntryListProps, "empty">) {
  const t = useTranslations("staff.record");
  return (
    <ul className="record-cards">
      {entries.map((entry) => (
        <li key={entry.id} className="card record-card" id={`entry-${entry.id}`}>
          <div className="record-head">
            <h3>{entry.heading}</h3>
            {entry.forms === null ? (
              <a href={`${pageHref}?edit=${entry.id}#entry-${entry.id}`}>
                {t("entry.edit")}
                <span className="sr-only"> {entry.heading}</span>
              </a>
            ) : (
              <a href={`${pageHref}#entry-${entry.id}`}>{t("entry.cancel")}</a>
            )}
          </div>
          {entry.forms === null && <Sayings sayings={entry.sayings} />}
          {entry.forms}
          {entry.saved && <FormNotice state={{ done: t("saved") }} />}
          <WhoWrote entry={entry} names={names} />
        </li>
      ))}
    </ul>
  );
}

function WhoWrote({ entry, names }: { entry: ShownEntry; names: EntryListProps["names"] }) {
  const t = useTranslations("staff.record");
  const locale = useLocale();
  const who = ({ account, at }: Written) => ({
    name: isolate(names[account] ?? t("unknown")),
    at: formatMoment(locale, at),
  });
  const { written, changed, removed } = entry;
  return (
    <p className="help">
      {t("entry.by", who(written))}
      {changed && <> · {t("entry.changedBy", who(changed))}</>}
      {removed && <> · {t("entry.removedBy", who(removed))}</>}
    </p>
  );
}
