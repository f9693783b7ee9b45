import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { Letter } from "@/lib/mailbox/types";
import { isoDay } from "@/lib/time/day";
import { formatDay } from "./dates";

type LettersProps = { locale: Locale; t: Translator; siteName: string; letters: Letter[] };

/**
 * The thread, set like letters. After 20 minutes the stylesheet hides it and shows the note instead, without
 * scripts and without leaving the page, so that an answer being typed stays.
 */
export function Letters({ locale, t, siteName, letters }: LettersProps) {
  return (
    <section>
      <h2>{t("public.mailbox.thread.lettersHeading")}</h2>
      <div className="thread-box">
        <div className="faded">
          <h3>{t("public.mailbox.thread.hiddenHeading")}</h3>
          <p>{t("public.mailbox.thread.hiddenText")}</p>
          <p>
            <a href={`/${locale}/mailbox`}>{t("public.mailbox.thread.hiddenLink")}</a>
          </p>
        </div>
        <div className="letters">
          {letters.length === 0 && <p>{t("public.mailbox.thread.empty")}</p>}
          {letters.map((letter) => (
            <article key={letter.seq} className={`letter letter-${letter.author}`}>
              <h3>
                <bdi>{letter.author === "site" ? siteName : t("public.mailbox.thread.you")}</bdi>{" "}
                <time dateTime={isoDay(letter.day)}>{formatDay(locale, letter.day)}</time>
              </h3>
              {letter.text === null ? (
                <p>{t("public.mailbox.thread.unreadable")}</p>
              ) : (
                <p className="words" dir="auto">
                  {letter.text}
                </p>
              )}
            </article>
          ))}
        </div>
      </div>
    </section>
  );
}
