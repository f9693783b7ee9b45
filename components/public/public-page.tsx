import type { ReactNode } from "react";
import { type Locale, localeInfo } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import { Found } from "./found";
import { enhanceVersion, type SheetName, sheets } from "./generated/styles";
import { Icon } from "./icons";
import { LanguageSwitch, type SwitchedForm } from "./language-switch";
import { Weave } from "./weave";

/** The national weather service: a page anybody might have open, without advertising or consent banners. */
export const NEUTRAL_PAGE = "https://www.dwd.de/";

type PublicPageProps = {
  locale: Locale;
  t: Translator;
  /** Neutral: it stands in the browser's history, which others may read. */
  title: string;
  /** The page's address without the locale, with its query, for the language switch. */
  path: string;
  /** Which stylesheet stands inside the page. */
  sheet: SheetName;
  /** Where the site is on the web, on pages that search engines may show; the others are for one person alone. */
  origin?: string | undefined;
  /** The form whose content another language takes over. */
  form?: SwitchedForm | undefined;
  script?: boolean;
  exit?: boolean;
  /** Without the band where the page's content shows it: the motif appears once. */
  weave?: boolean;
  children: ReactNode;
};

/** The document around every public page. It works without scripts; `enhance.js` only adds comfort. */
export function PublicPage(props: PublicPageProps) {
  const { locale, t, title, path, sheet, origin, form, children } = props;
  const { script = true, exit = true, weave = true } = props;
  return (
    <html lang={locale} dir={localeInfo(locale).dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no, address=no, email=no" />
        <title>{title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own compiled stylesheet, whose hash the policy allows */}
        <style dangerouslySetInnerHTML={{ __html: sheets[sheet] }} />
        {script && <script src={`/enhance.js?v=${enhanceVersion}`} defer />}
        {origin ? (
          <Found locale={locale} t={t} title={title} path={path} origin={origin} />
        ) : (
          <meta name="robots" content="noindex" />
        )}
      </head>
      <body>
        <a className="skip" href="#main">
          {t("public.skip")}
        </a>
        <header>
          {exit && <ExitLink locale={locale} t={t} />}
          {weave && <Weave />}
          <div className="column masthead">
            <a className="brand" href={`/${locale}`}>
              {t("public.brand")}
            </a>
            <LanguageSwitch locale={locale} t={t} path={path} form={form} />
          </div>
        </header>
        <main id="main" className="column" tabIndex={-1}>
          {children}
        </main>
        <Footer locale={locale} t={t} />
      </body>
    </html>
  );
}

/**
 * Leads away at once, past an address that closes what is open in this browser. A plain link, so that it works
 * before the script has arrived and without it.
 */
function ExitLink({ locale, t }: { locale: Locale; t: Translator }) {
  return (
    <a className="exit" href={`/${locale}/leave`} rel="noreferrer" data-exit={NEUTRAL_PAGE}>
      <Icon name="leave" />
      {t("public.exit.label")}
    </a>
  );
}

function Footer({ locale, t }: { locale: Locale; t: Translator }) {
  const links = [
    ["", t("public.footer.home")],
    ["/contact", t("public.footer.contact")],
    ["/locations", t("public.footer.locations")],
    ["/mailbox", t("public.footer.mailbox")],
    ["/safety", t("public.footer.safety")],
    ["/privacy", t("public.texts.privacy")],
    ["/accessibility", t("public.footer.accessibility")],
    ["/complaints", t("public.footer.complaints")],
    ["/imprint", t("public.texts.imprint")],
  ];
  return (
    <footer>
      <div className="column">
        <p>{t("public.footer.promise")}</p>
        <nav aria-label={t("public.footer.label")}>
          <ul>
            {links.map(([path, label]) => (
              <li key={path}>
                <a href={`/${locale}${path}`}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p className="help" data-scripted="" hidden>
          {t("public.exit.keys")}
        </p>
      </div>
    </footer>
  );
}
