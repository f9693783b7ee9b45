import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Frame } from "@/components/staff/frame";
import { RailLink } from "@/components/staff/rail-link";
import { Shortcuts } from "@/components/staff/shortcuts";
import { Sign } from "@/components/staff/sign";
import { requireDesk } from "@/lib/auth/gates";
import { findSite } from "@/lib/sites/queries";
import { requireLocale } from "../require-locale";
import { signOutAction } from "../sign-out";

type LayoutProps = { params: Promise<{ locale: string }>; children: ReactNode };

export default async function DashboardLayout({ params, children }: LayoutProps) {
  const desk = await requireDesk();
  await requireLocale(params);
  const [locale, site] = await Promise.all([getLocale(), findSite(desk.site, new Date())]);
  const t = await getTranslations("staff");
  const home = `/${locale}/dashboard`;
  return (
    <Frame
      home={home}
      place={site?.name ?? desk.site}
      signOut={signOutAction}
      links={<DeskLinks home={home} words={[t("nav.inbox"), t("nav.cases"), t("nav.newCase")]} />}
      extras={<Shortcuts newHref={`${home}/cases/new`} words={shortcutWords(t)} />}
    >
      {children}
    </Frame>
  );
}

function DeskLinks({
  home,
  words: [inbox, cases, newCase],
}: {
  home: string;
  words: [string, string, string];
}) {
  return (
    <>
      <RailLink href={home}>
        <Sign name="tray" />
        {inbox}
      </RailLink>
      <RailLink href={`${home}/cases?status=open`} withChildren except={`${home}/cases/new`}>
        <Sign name="sheets" />
        {cases}
      </RailLink>
      <RailLink href={`${home}/cases/new`}>
        <Sign name="plus" />
        {newCase}
      </RailLink>
    </>
  );
}

const shortcutWords = (t: Awaited<ReturnType<typeof getTranslations<"staff">>>) => ({
  open: t("keys.open"),
  heading: t("keys.heading"),
  search: t("keys.search"),
  new: t("keys.new"),
  down: t("keys.down"),
  up: t("keys.up"),
  help: t("keys.help"),
  note: t("keys.note"),
  off: t("keys.off"),
  close: t("keys.close"),
});
