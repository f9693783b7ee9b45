import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Frame } from "@/components/staff/frame";
import { RailLink } from "@/components/staff/rail-link";
import { Sign } from "@/components/staff/sign";
import { requireNetworkDesk } from "@/lib/auth/gates";
import { requireLocale } from "../require-locale";
import { signOutAction } from "../sign-out";

const PLACES = [
  { place: "sites", sign: "plus" },
  { place: "messages", sign: "letter" },
  { place: "branding", sign: "shield" },
  { place: "texts", sign: "sheets" },
  { place: "vocabulary", sign: "tray" },
  { place: "deadlines", sign: "alert" },
  { place: "history", sign: "done" },
] as const;

type LayoutProps = { params: Promise<{ locale: string }>; children: ReactNode };

export default async function NetworkLayout({ params, children }: LayoutProps) {
  await requireNetworkDesk();
  await requireLocale(params);
  const [locale, t] = await Promise.all([getLocale(), getTranslations("staff")]);
  const home = `/${locale}/network`;
  const links = (
    <>
      <RailLink href={home}>
        <Sign name="bars" />
        {t("statistics.title")}
      </RailLink>
      <RailLink href={`${home}/report`} withChildren>
        <Sign name="sheets" />
        {t("statistics.report.title")}
      </RailLink>
      {PLACES.map(({ place, sign }) => (
        <RailLink key={place} href={`${home}/${place}`} withChildren>
          <Sign name={sign} />
          {t(`networkSettings.nav.${place}`)}
        </RailLink>
      ))}
      <RailLink href={`/${locale}/account`} withChildren>
        <Sign name="shield" />
        {t("nav.account")}
      </RailLink>
    </>
  );
  return (
    <Frame home={home} place={t("nav.network")} signOut={signOutAction} links={links}>
      {children}
    </Frame>
  );
}
