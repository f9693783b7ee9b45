import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatMoment } from "@/components/staff/wording";
import type { CaseNote, Colleague } from "@/lib/cases/types";

type NotesProps = { notes: CaseNote[]; colleagues: Colleague[]; form: ReactNode };

/** What colleagues tell each other about the case. */
export function Notes({ notes, colleagues, form }: NotesProps) {
  const t = useTranslations("staff.case");
  const locale = useLocale();
  const names = new Map(colleagues.map(({ accountId, name }) => [accountId, name]));
  return (
    <section className="card" aria-labelledby="notes-heading">
      <h2 id="notes-heading">{t("notes.heading")}</h2>
      <p className="help">{t("notes.help")}</p>
      {form}
      {notes.length === 0 && <p className="help">{t("notes.empty")}</p>}
      {notes.map(({ id, account, at, text }) =>
        text === null ? (
          <p key={id} className="note muted">
            {t("thread.unreadable")}
          </p>
        ) : (
          <article key={id} className="note">
            <p className="words" dir="auto">
              {text}
            </p>
            <p className="help">
              <bdi>{names.get(account) ?? t("history.unknown")}</bdi>,{" "}
              <time dateTime={at}>{formatMoment(locale, at)}</time>
            </p>
          </article>
        ),
      )}
    </section>
  );
}
