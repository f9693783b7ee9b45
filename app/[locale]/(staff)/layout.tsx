import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FaultWordsProvider } from "@/components/staff/fault-words";
import { isStaffLocale, localeInfo, SOURCE_LOCALE } from "@/lib/i18n/locales";
import "./staff.css";

/** What staff see belongs to one session and one moment: nothing of it is ever rendered ahead. */
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { template: "%s · weact", default: "weact" },
  icons: { icon: { url: "/icon.svg", type: "image/svg+xml" } },
  robots: { index: false },
  formatDetection: { telephone: false, address: false, email: false },
};

type LayoutProps = { params: Promise<{ locale: string }>; children: ReactNode };

export default async function StaffLayout({ params, children }: LayoutProps) {
  const { locale: asked } = await params;
  const locale = isStaffLocale(asked) ? asked : SOURCE_LOCALE;
  const t = await getTranslations("staff.fault");
  const words = {
    heading: t("heading"),
    text: t("text"),
    id: t.raw("id"),
    retry: t("retry"),
    home: t("home"),
    homeHref: `/${locale}/sign-in`,
  };
  return (
    <html lang={locale} dir={localeInfo(locale).dir}>
      <body>
        <FaultWordsProvider words={words}>{children}</FaultWordsProvider>
      </body>
    </html>
  );
}
