import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PressForm } from "@/components/cases/press-form";
import { KeyHealthList } from "@/components/keys/key-health";
import { SiteHistory } from "@/components/keys/site-history";
import { DESK } from "@/components/staff/form-state";
import { listSiteEvents } from "@/lib/audit/queries";
import { requireLead } from "@/lib/auth/gates";
import { findKeyHealth } from "@/lib/keys/queries";
import { keyWarnings } from "@/lib/keys/rules";
import { listPeople } from "@/lib/people/queries";
import { renewAction } from "./actions";
import { Print } from "./print";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.siteKeys");
  return { title: t("title") };
}

/** How the site's keys are kept, what can be done about them, and what was done. */
export default async function KeysPage() {
  const desk = await requireLead();
  const [t, health, events, people] = await Promise.all([
    getTranslations("staff.siteKeys"),
    findKeyHealth(desk),
    listSiteEvents(desk),
    listPeople(desk, new Date()),
  ]);
  const fewPeople = keyWarnings(health).includes("tooFewPeople");
  const names = new Map(people.map(({ accountId, name }) => [accountId, name]));
  return (
    <div className="person-page">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <section className="card stack">
        <h2>{t("health.heading")}</h2>
        <KeyHealthList health={{ ...health, fewPeople }} />
      </section>
      <Print site={desk.site} replaces={health.recoveryConfirmedOn !== null} />
      <section className="card stack">
        <h2>{t("renew.heading")}</h2>
        <p>{t("renew.text")}</p>
        <PressForm
          action={renewAction}
          hidden={{ [DESK]: desk.site }}
          button={t("renew.button")}
          pending={t("renew.pending")}
        />
      </section>
      <SiteHistory events={events} names={names} />
    </div>
  );
}
