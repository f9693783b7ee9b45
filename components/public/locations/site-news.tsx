import { type Locale, SOURCE_LOCALE } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { Closure, Notice, PublicSite } from "@/lib/sites/types";
import { formatDay } from "../dates";

type SiteNewsProps = { locale: Locale; t: Translator; site: PublicSite };

/** What a site wants people to know now: its notices, and when nobody is there. */
export function SiteNews({ locale, t, site: { notices, closures } }: SiteNewsProps) {
  if (notices.length + closures.length === 0) return null;
  return (
    <div className="notice">
      <div>
        {notices.map((notice) => (
          <NoticeText
            key={`${notice.until} ${Object.values(notice.texts).join()}`}
            locale={locale}
            notice={notice}
          />
        ))}
        {closures.map((closure) => (
          <p key={closure.from}>
            {t("public.sites.closed", { days: formatDays(locale, closure) })}
            {closure.reason && (
              <>
                {" "}
                <bdi dir="auto">({closure.reason})</bdi>
              </>
            )}
          </p>
        ))}
      </div>
    </div>
  );
}

/** In the reader's language, or else in the one that the site wrote it in. */
function NoticeText({ locale, notice: { texts } }: { locale: Locale; notice: Notice }) {
  const lang = [locale, SOURCE_LOCALE, ...Object.keys(texts)].find((tag) => texts[tag]);
  if (!lang) return null;
  return (
    <p lang={lang} dir="auto">
      {texts[lang]}
    </p>
  );
}

const formatDays = (locale: Locale, { from, to }: Closure): string =>
  [...new Set([from, to])].map((day) => formatDay(locale, new Date(day))).join(" – ");
