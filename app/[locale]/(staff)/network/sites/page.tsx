import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SiteState } from "@/components/network/site-state";
import { SettingsForm } from "@/components/settings/settings-form";
import { requireNetworkDesk } from "@/lib/auth/gates";
import { listNetworkSites } from "@/lib/network/queries";
import { STATES } from "@/lib/sites/types";
import { line } from "../../dashboard/site/part-fields";
import { createSiteAction } from "../actions";
import { basicFields, formWords } from "../words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.networkSettings.sites");
  return { title: t("title") };
}

/** All sites, how far each has come, and a form for another one. */
export default async function NetworkSitesPage() {
  const desk = await requireNetworkDesk();
  const [t, locale, sites] = await Promise.all([
    getTranslations("staff.networkSettings"),
    getLocale(),
    listNetworkSites(desk),
  ]);
  return (
    <>
      <h1>{t("sites.title")}</h1>
      <p className="lead">{t("sites.lead")}</p>
      <ul className="settings-parts">
        {sites.map((site) => (
          <li key={site.id} className="card">
            <h2>
              <a href={`/${locale}/network/sites/${site.id}`}>
                <bdi>{site.name}</bdi>
              </a>
            </h2>
            <p>
              <bdi>{STATES[site.stateCode]}</bdi>
            </p>
            <p>
              <SiteState site={site} />
            </p>
          </li>
        ))}
      </ul>
      <h2>{t("sites.new")}</h2>
      <SettingsForm
        id="new-site"
        action={createSiteAction}
        hidden={{}}
        seen=""
        fields={[line("slug", t("fields.slug"), { ltr: true, help: t("help.slug") }), ...basicFields(t)]}
        values={{ stateCode: "NW" }}
        words={formWords(t, t("sites.create"))}
      />
    </>
  );
}
