import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SiteCard } from "@/components/network/site-card";
import { SiteState } from "@/components/network/site-state";
import { SettingsForm } from "@/components/settings/settings-form";
import { requireNetworkDesk } from "@/lib/auth/gates";
import { listNetworkSites } from "@/lib/network/queries";
import type { NetworkSite } from "@/lib/network/types";
import { line } from "../../dashboard/site/part-fields";
import { createSiteAction } from "../actions";
import { basicFields, formWords } from "../words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.networkSettings.sites");
  return { title: t("title") };
}

/** All sites with what they publish and when they last looked through it, and a form for another one. */
export default async function NetworkSitesPage() {
  const desk = await requireNetworkDesk();
  const [t, locale, sites] = await Promise.all([
    getTranslations("staff.networkSettings"),
    getLocale(),
    listNetworkSites(desk, new Date()),
  ]);
  return (
    <>
      <h1>{t("sites.title")}</h1>
      <p className="lead">{t("sites.lead")}</p>
      <ChecksDue sites={sites} />
      <ul className="sites">
        {sites.map((site) => (
          <SiteCard
            key={site.id}
            site={site.shown}
            href={`/${locale}/network/sites/${site.id}`}
            due={site.checkDue}
          >
            <SiteState site={site} />
          </SiteCard>
        ))}
      </ul>
      <section className="new-site">
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
      </section>
    </>
  );
}

/** Says first which sites have not looked through what they publish for long. */
async function ChecksDue({ sites }: { sites: readonly NetworkSite[] }) {
  const t = await getTranslations("staff.network");
  const due = sites.filter(({ checkDue }) => checkDue);
  if (due.length === 0) return null;
  return (
    <div className="notice notice-note">
      <p>
        {t("due", { count: due.length, digits: String(due.length) })}{" "}
        {due.map(({ id, name }, index) => (
          <span key={id}>
            {index > 0 && " · "}
            <a href={`#${id}`}>
              <bdi>{name}</bdi>
            </a>
          </span>
        ))}
      </p>
    </div>
  );
}
