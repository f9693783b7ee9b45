import { headers } from "next/headers";
import { after } from "next/server";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Frame } from "@/components/staff/frame";
import { RailLink } from "@/components/staff/rail-link";
import { Shortcuts } from "@/components/staff/shortcuts";
import { Sign, type SignName } from "@/components/staff/sign";
import type { StaffWords } from "@/components/staff/wording";
import { requireDesk } from "@/lib/auth/gates";
import { countHandovers } from "@/lib/handovers/queries";
import { requestId } from "@/lib/http/fault";
import { siteName } from "@/lib/sites/queries";
import { requireLocale } from "../require-locale";
import { signOutAction } from "../sign-out";
import { DeskSwitch } from "./desk-switch";
import { Warnings } from "./key-warnings";
import { tendKeys } from "./tend-keys";

type LayoutProps = { params: Promise<{ locale: string }>; children: ReactNode };

export default async function DashboardLayout({ params, children }: LayoutProps) {
  const desk = await requireDesk();
  await requireLocale(params);
  const now = new Date();
  const [locale, site, sent, handovers] = await Promise.all([
    getLocale(),
    siteName(desk.site, now),
    headers(),
    countHandovers(desk, now),
  ]);
  after(() => tendKeys(desk, requestId(sent), now));
  const t = await getTranslations("staff");
  const home = `/${locale}/dashboard`;
  return (
    <Frame
      home={home}
      place={site}
      signOut={signOutAction}
      links={
        <DeskLinks
          home={home}
          account={`/${locale}/account`}
          lead={desk.role === "lead"}
          handovers={handovers}
        />
      }
      extras={
        <>
          <DeskSwitch site={desk.site} />
          <Shortcuts newHref={`${home}/cases/new`} words={shortcutWords(t)} />
        </>
      }
    >
      <Warnings desk={desk} />
      {children}
    </Frame>
  );
}

type DeskLinksProps = { home: string; account: string; lead: boolean; handovers: number };

async function DeskLinks({ home, account, lead, handovers }: DeskLinksProps) {
  const t = await getTranslations("staff.nav");
  return (
    <>
      <RailLink href={home}>
        <Sign name="tray" />
        {t("today")}
      </RailLink>
      <RailLink href={`${home}/cases?status=open`} withChildren except={`${home}/cases/new`}>
        <Sign name="sheets" />
        {t("cases")}
      </RailLink>
      <RailLink href={`${home}/cases/new`}>
        <Sign name="plus" />
        {t("newCase")}
      </RailLink>
      {handovers > 0 && (
        <RailLink href={`${home}/handovers`}>
          <Sign name="sheets" />
          {t("handovers", { count: String(handovers) })}
        </RailLink>
      )}
      <RailLink href={`${home}/search`}>
        <Sign name="glass" />
        {t("search")}
      </RailLink>
      <RailLink href={`${home}/partners`} withChildren>
        <Sign name="partners" />
        {t("partners")}
      </RailLink>
      <RailLink href={`${home}/messages`}>
        <Sign name="letter" />
        {t("messages")}
      </RailLink>
      <RailLink href={`${home}/figures`}>
        <Sign name="bars" />
        {t("figures")}
      </RailLink>
      {lead &&
        LEAD_PLACES.map(({ place, sign, word }) => (
          <RailLink key={place} href={`${home}/${place}`} withChildren>
            <Sign name={sign} />
            {t(word)}
          </RailLink>
        ))}
      <RailLink href={account} withChildren>
        <Sign name="shield" />
        {t("account")}
      </RailLink>
    </>
  );
}

const LEAD_PLACES = [
  { place: "people", sign: "people", word: "team" },
  { place: "keys", sign: "lock", word: "siteKeys" },
  { place: "site", sign: "pin", word: "site" },
] as const satisfies readonly { place: string; sign: SignName; word: string }[];

const shortcutWords = (t: StaffWords) => ({
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
