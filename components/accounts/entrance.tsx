import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LanguageMenu } from "@/components/staff/language-menu";
import { WeaveBand } from "@/components/staff/weave-band";
import { WeaveMark } from "@/components/staff/weave-mark";
import { localeInfo, STAFF_LOCALES } from "@/lib/i18n/locales";

type EntranceProps = {
  heading: string;
  lead?: string;
  wide?: boolean;
  footer?: ReactNode;
  children: ReactNode;
};

/** The pages before one is inside: signing in, joining, coming back. */
export function Entrance({ heading, lead, wide = false, footer, children }: EntranceProps) {
  const t = useTranslations("staff");
  const locale = useLocale();
  return (
    <>
      <WeaveBand />
      <div className={wide ? "entrance entrance-wide" : "entrance"}>
        <header>
          <p className="brand">
            <WeaveMark />
            {t("brand")}
          </p>
          <LanguageMenu locale={locale} label={t("nav.language")} locales={STAFF_LOCALES.map(localeInfo)} />
        </header>
        <main id="main" className="card">
          <h1>{heading}</h1>
          {lead && <p className="muted">{lead}</p>}
          {children}
        </main>
        {footer && <footer>{footer}</footer>}
      </div>
    </>
  );
}
