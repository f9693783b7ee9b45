import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { localeInfo, STAFF_LOCALES } from "@/lib/i18n/locales";
import { LanguageMenu } from "./language-menu";
import { SignOutForm } from "./sign-out-form";
import { WeaveMark } from "./weave-mark";

type FrameProps = {
  home: string;
  /** Where one is: the site's name, or the network. */
  place: string;
  signOut: () => Promise<void>;
  links: ReactNode;
  extras?: ReactNode;
  children: ReactNode;
};

/** The rail and the page beside it. */
export function Frame({ home, place, signOut, links, extras, children }: FrameProps) {
  const t = useTranslations("staff");
  const locale = useLocale();
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <header className="rail">
        <div className="rail-body">
          <a className="brand" href={home}>
            <WeaveMark />
            {t("brand")}
          </a>
          <p className="rail-place">
            <bdi>{place}</bdi>
          </p>
          <nav aria-label={t("nav.label")}>{links}</nav>
          <div className="rail-foot">
            {extras}
            <LanguageMenu locale={locale} label={t("nav.language")} locales={STAFF_LOCALES.map(localeInfo)} />
            <SignOutForm action={signOut} label={t("nav.signOut")} pending={t("nav.signingOut")} />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
