import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDay } from "@/components/staff/wording";
import type { CaseFile } from "@/lib/cases/types";
import { isoDay } from "@/lib/time/day";
import { PersonText } from "./person-text";

type ThreadProps = {
  caseFile: CaseFile /** Beside the heading: says that it has been read. */;
  readForm: ReactNode;
};

/** What was written, in order, set like letters. */
export function Thread({ caseFile, readForm }: ThreadProps) {
  const t = useTranslations("staff.case.thread");
  const { details, language, letters, unread, createdOn } = caseFile;
  return (
    <section aria-labelledby="thread-heading" className="thread">
      <div className="section-head">
        <h2 id="thread-heading">{t("heading")}</h2>
        {unread && (
          <div className="unread-line">
            <span className="unread-mark">{t("unread")}</span>
            {readForm}
          </div>
        )}
      </div>
      {details.told !== undefined && (
        <Letter author="told" title={t("told")} day={createdOn}>
          <p className="words" dir="auto">
            {details.told}
          </p>
        </Letter>
      )}
      {letters.map(({ seq, author, day, text, details: changed }) => (
        <Letter
          key={seq}
          author={author}
          title={author === "site" ? t("fromSite") : t("fromPerson")}
          day={day}
        >
          {author === "person" && text && <PersonText text={text} language={language} />}
          {author === "site" && (
            <p className="words" dir="auto">
              {text}
            </p>
          )}
          {text === "" && <p className="muted">{t("noText")}</p>}
          {text === null && <p className="muted">{t("unreadable")}</p>}
          {changed && <p className="help letter-foot">{t("changed")}</p>}
        </Letter>
      ))}
    </section>
  );
}

type LetterProps = { author: "person" | "site" | "told"; title: string; day: Date; children: ReactNode };

function Letter({ author, title, day, children }: LetterProps) {
  const locale = useLocale();
  return (
    <article className={`letter letter-${author}`}>
      <header>
        <h3>{title}</h3>
        <time dateTime={isoDay(day)}>{formatDay(locale, day)}</time>
      </header>
      {children}
    </article>
  );
}
