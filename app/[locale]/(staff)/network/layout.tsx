import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Frame } from "@/components/staff/frame";
import { RailLink } from "@/components/staff/rail-link";
import { Sign } from "@/components/staff/sign";
import { requireNetworkDesk } from "@/lib/auth/gates";
import { requireLocale } from "../require-locale";
import { signOutAction } from "../sign-out";

type LayoutProps = { params: Promise<{ locale: string }>; children: ReactNode };

export default async function NetworkLayout({ params, children }: LayoutProps) {
  await requireNetworkDesk();
  await requireLocale(params);
  const [locale, t] = await Promise.all([getLocale(), getTranslations("staff.nav")]);
  const home = `/${locale}/network`;
  const links = (
    <RailLink href={home}>
      <Sign name="pin" />
      {t("sites")}
    </RailLink>
  );
  return (
    <Frame home={home} place={t("network")} signOut={signOutAction} links={links}>
      {children}
    </Frame>
  );
}
