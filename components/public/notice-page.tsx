import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import { PublicPage } from "./public-page";

export type NoticeKind = "notFound" | "fault" | "unavailable" | "forbidden" | "tooMany" | "tooLarge";

type NoticePageProps = {
  locale: Locale;
  t: Translator;
  kind: NoticeKind;
  /** Finds the log line of this fault; it says nothing about the visitor. */
  id?: string | undefined;
};

/** What went wrong, whose fault it is not, and where to go from here. */
export function NoticePage({ locale, t, kind, id }: NoticePageProps) {
  return (
    <PublicPage locale={locale} t={t} title={t("public.notice.title")} path="" sheet="text">
      <h1>{t(`public.notice.${kind}.heading`)}</h1>
      <p className="lead">{t(`public.notice.${kind}.text`)}</p>
      {id && <p>{t.rich("public.notice.id", { id, number: (digits) => <bdi dir="ltr">{digits}</bdi> })}</p>}
      <p>
        <a className="button" href={`/${locale}`}>
          {t("public.notice.home")}
        </a>
      </p>
    </PublicPage>
  );
}
