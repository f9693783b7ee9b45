import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Frame } from "@/components/staff/frame";
import { RailLink } from "@/components/staff/rail-link";
import { Sign } from "@/components/staff/sign";
import { requireStaff } from "@/lib/auth/gates";
import { siteOf } from "@/lib/auth/queries";
import { chosenSite } from "@/lib/auth/session";
import { siteName } from "@/lib/sites/queries";
import { requireLocale } from "../require-locale";
import { homeOf } from "../sign-in/home-of";
import { signOutAction } from "../sign-out";

type LayoutProps = { params: Promise<{ locale: string }>; children: ReactNode };

export default async function AccountLayout({ params, children }: LayoutProps) {
  const staff = await requireStaff();
  await requireLocale(params);
  const [locale, t, chosen] = await Promise.all([getLocale(), getTranslations("staff.nav"), chosenSite()]);
  const membership = siteOf(staff, chosen);
  const site = membership && (await siteName(membership.siteId, new Date()));
  const home = await homeOf(staff, locale);
  const own = `/${locale}/account`;
  const links = (
    <>
      {home !== own && (
        <RailLink href={home}>
          <Sign name={home.endsWith("/network") ? "bars" : "tray"} />
          {home.endsWith("/network") ? t("statistics") : t("today")}
        </RailLink>
      )}
      <RailLink href={own} withChildren>
        <Sign name="shield" />
        {t("account")}
      </RailLink>
    </>
  );
  return (
    <Frame home={home} place={site ?? t("network")} signOut={signOutAction} links={links}>
      {children}
    </Frame>
  );
}
