import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FoundForm } from "@/components/keys/found-form";
import { RestoreForm } from "@/components/keys/restore-form";
import { DESK } from "@/components/staff/form-state";
import { isolate } from "@/components/staff/wording";
import { stateAt } from "@/lib/accounts/queries";
import { requireSeat, requireStaff } from "@/lib/auth/gates";
import { siteName } from "@/lib/sites/queries";
import { foundAction, restoreAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.siteKeys.found");
  return { title: t("title") };
}

/** Where a site gets its first key, or gets back what its people have lost. */
export default async function SiteKeysPage() {
  const seat = await requireSeat();
  const [state, site] = await Promise.all([
    stateAt(await requireStaff(), seat.site),
    siteName(seat.site, new Date()),
  ]);
  const name = isolate(site);
  return (
    <div className="person-page">
      {state === "founding" ? (
        <Found desk={seat.site} site={name} lead={seat.role === "lead"} />
      ) : (
        <Restore site={name} lead={seat.role === "lead"} waiting={state === "waiting"} />
      )}
    </div>
  );
}

async function Found({ desk, site, lead }: { desk: string; site: string; lead: boolean }) {
  const t = await getTranslations("staff.siteKeys.found");
  const words = {
    name: t("name"),
    nameHelp: t("nameHelp"),
    button: t("button"),
    pending: t("pending"),
  };
  return (
    <>
      <h1>{t("heading", { site })}</h1>
      <section className="card stack">
        <p>{t("lead")}</p>
        {lead ? (
          <>
            <p>{t("next")}</p>
            <FoundForm action={foundAction} hidden={{ [DESK]: desk }} words={words} />
          </>
        ) : (
          <p>{t("leadsOnly")}</p>
        )}
      </section>
    </>
  );
}

type RestoreProps = { site: string; lead: boolean; waiting: boolean };

/** Offered also where somebody still holds the keys: they may have lost their way in as well. */
async function Restore({ site, lead, waiting }: RestoreProps) {
  const [locale, t, found] = await Promise.all([
    getLocale(),
    getTranslations("staff.siteKeys.restore"),
    getTranslations("staff.siteKeys.found"),
  ]);
  const words = {
    shares: [
      { name: "share0", label: t("share0") },
      { name: "share1", label: t("share1") },
    ],
    shareHelp: t("shareHelp"),
    name: found("name"),
    nameHelp: found("nameHelp"),
    button: t("button"),
    pending: t("pending"),
  };
  return (
    <>
      <h1>{t("heading", { site })}</h1>
      <section className="card stack">
        <p>{t("lead")}</p>
        {waiting && (
          <p className="muted">
            {t("wait")} <a href={`/${locale}/account`}>{t("waitLink")}</a>
          </p>
        )}
        {lead ? <RestoreForm action={restoreAction} words={words} /> : <p>{t("leadsOnly")}</p>}
      </section>
    </>
  );
}
