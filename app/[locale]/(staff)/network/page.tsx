import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SiteCard } from "@/components/network/site-card";
import { Empty } from "@/components/staff/empty";
import { requireNetworkDesk } from "@/lib/auth/gates";
import { listSites } from "@/lib/sites/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.network");
  return { title: t("title") };
}

/** What everybody may know about the sites. A coordinator sees nothing else of them. */
export default async function NetworkPage() {
  await requireNetworkDesk();
  const [t, sites] = await Promise.all([getTranslations("staff.network"), listSites(new Date())]);
  return (
    <>
      <h1>{t("title")}</h1>
      {sites.length === 0 ? (
        <Empty heading={t("emptyHeading")} text={t("emptyText")} />
      ) : (
        <>
          <p className="lead">{t("lead", { count: sites.length, digits: String(sites.length) })}</p>
          <ul className="sites">
            {sites.map((site) => (
              <SiteCard key={site.id} site={site} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
