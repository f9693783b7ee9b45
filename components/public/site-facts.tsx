import { type Locale, SOURCE_LOCALE } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import { ACCESSIBILITY, type Closure, type Notice, type PublicSite, STATES } from "@/lib/sites/types";
import { formatDay } from "./dates";
import { Fact } from "./fact";

type SiteProps = { locale: Locale; t: Translator; site: PublicSite };

/** What a site wants people to know now: its notices, and when nobody is there. */
export function SiteNews({ locale, t, site: { notices, closures } }: SiteProps) {
  if (notices.length + closures.length === 0) return null;
  return (
    <div className="notice">
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

/** For whom a site is there, what it offers, and when that was last looked through. */
export function SiteOffers({ locale, t, site }: SiteProps) {
  const { areaStates, areaPostalCodes, accessibility, answerDays, checkedOn } = site;
  const offers = ACCESSIBILITY.filter((code) => accessibility.includes(code));
  const area = [...areaStates.map((code) => STATES[code] ?? code), ...areaPostalCodes.map(shownPostalCode)];
  return (
    <>
      {area.length > 0 && (
        <Fact label={t("public.sites.area")}>
          <bdi lang="de">{area.join(", ")}</bdi>
        </Fact>
      )}
      {offers.length > 0 && (
        <Fact label={t("public.sites.accessibility")}>
          {offers.map((code) => (
            <span key={code} className="line">
              {t(`public.sites.offers.${code}`)}
            </span>
          ))}
        </Fact>
      )}
      {answerDays && (
        <Fact label={t("public.sites.answer")}>
          {t("public.sites.answerDays", { count: answerDays, digits: String(answerDays) })}
        </Fact>
      )}
      {checkedOn && <Fact label={t("public.sites.checked")}>{formatDay(locale, new Date(checkedOn))}</Fact>}
    </>
  );
}

/** The beginning of a postal code stands for all that begin so. */
const shownPostalCode = (code: string): string => code.padEnd(5, "*");
