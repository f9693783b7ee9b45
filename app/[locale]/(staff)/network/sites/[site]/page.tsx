import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PressForm } from "@/components/cases/press-form";
import { InviteForm } from "@/components/network/invite-form";
import type { NetworkWords } from "@/components/network/network-sayings";
import { SiteState } from "@/components/network/site-state";
import { SettingsForm } from "@/components/settings/settings-form";
import { BackLink } from "@/components/staff/back-link";
import { requireNetworkDesk } from "@/lib/auth/gates";
import { listNetworkSites } from "@/lib/network/queries";
import type { NetworkSite } from "@/lib/network/types";
import {
  changeSiteAction,
  inviteLeadAction,
  offerSiteAction,
  provisionLoginAction,
  retireSiteAction,
} from "../../actions";
import { basicFields, formWords } from "../../words";

type SiteProps = { params: Promise<{ site: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.networkSettings.sites");
  return { title: t("one") };
}

/** One site: what the network says about it, and the steps until it is offered to the public. */
export default async function NetworkSitePage({ params }: SiteProps) {
  const desk = await requireNetworkDesk();
  const { site: id } = await params;
  const [t, locale, sites] = await Promise.all([
    getTranslations("staff.networkSettings"),
    getLocale(),
    listNetworkSites(desk),
  ]);
  const site = sites.find((one) => one.id === id);
  if (!site) notFound();
  const { name, stateCode, carriers } = site;
  return (
    <>
      <BackLink href={`/${locale}/network/sites`}>{t("sites.title")}</BackLink>
      <h1>
        <bdi>{name}</bdi>
      </h1>
      <p>
        <SiteState site={site} />
      </p>
      <NextStep site={site} t={t} />
      <h2>{t("sites.basics")}</h2>
      <SettingsForm
        id="basics"
        action={changeSiteAction}
        hidden={{ site: id }}
        seen={site.seen}
        fields={basicFields(t)}
        values={{ name, stateCode, carriers: carriers.join("\n") }}
        words={formWords(t)}
      />
    </>
  );
}

/** What is to be done with the site next: its login, its first lead, the public. */
function NextStep({ site, t }: { site: NetworkSite; t: NetworkWords }) {
  const hidden = { site: site.id };
  const pending = t("saving");
  const step = !site.hasLogin ? "login" : !site.hasKeys ? "invite" : site.active ? "retire" : "offer";
  return (
    <section className="card settings-check">
      <h2>{t(`${step}.heading`)}</h2>
      <p>{t(`${step}.text`)}</p>
      {step === "login" && (
        <PressForm
          action={provisionLoginAction}
          hidden={hidden}
          button={t("login.button")}
          pending={pending}
        />
      )}
      {step === "invite" && (
        <InviteForm
          action={inviteLeadAction}
          site={site.id}
          words={{ button: t("invite.button"), pending, link: t("invite.link"), help: t("invite.help") }}
        />
      )}
      {step === "offer" && (
        <PressForm action={offerSiteAction} hidden={hidden} button={t("offer.button")} pending={pending} />
      )}
      {step === "retire" && (
        <PressForm action={retireSiteAction} hidden={hidden} button={t("retire.button")} pending={pending} />
      )}
    </section>
  );
}
