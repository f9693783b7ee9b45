import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PressForm } from "@/components/cases/press-form";
import { SettingsHistory } from "@/components/settings/history";
import { Sayings } from "@/components/settings/sayings";
import { siteSayings } from "@/components/settings/site-sayings";
import { DESK } from "@/components/staff/form-state";
import { formatDay, isolate, type StaffWords } from "@/components/staff/wording";
import { requireLead } from "@/lib/auth/gates";
import { listColleagues } from "@/lib/cases/queries";
import { listSettingsEvents, readOwnSite } from "@/lib/settings/queries";
import { partOf } from "@/lib/settings/rules";
import { SITE_PARTS } from "@/lib/settings/types";
import { confirmFactsAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.site");
  return { title: t("title") };
}

/** What the site says about itself and how it works, part by part, and what was changed. */
export default async function SitePage() {
  const desk = await requireLead();
  const [t, locale, own, events, colleagues] = await Promise.all([
    getTranslations("staff"),
    getLocale(),
    readOwnSite(desk),
    listSettingsEvents(desk),
    listColleagues(desk),
  ]);
  const home = `/${locale}/dashboard/site`;
  const { checkedOn } = own;
  return (
    <>
      <h1>{t("site.title")}</h1>
      <p className="lead">{t("site.lead", { site: isolate(own.site.name) })}</p>
      <section className="card settings-check">
        <h2>{t("site.checked.heading")}</h2>
        <p>
          {checkedOn
            ? t("site.checked.on", { day: formatDay(locale, new Date(checkedOn)) })
            : t("site.checked.never")}{" "}
          {t("site.checked.byChange")}
        </p>
        <PressForm
          action={confirmFactsAction}
          hidden={{ [DESK]: desk.site }}
          button={t("site.checked.button")}
          pending={t("site.saving")}
        />
        <p>
          <a href={`/${locale}/preview`}>{t("site.preview")}</a>
        </p>
      </section>
      <ul className="settings-parts">
        {SITE_PARTS.map((part) => (
          <li key={part} className="card">
            <h2>{t(`site.parts.${part}`)}</h2>
            <Sayings sayings={siteSayings({ t, locale }, partOf(part, own.settings))} />
            <p className="actions">
              <a className="button button-quiet" href={`${home}/${part}`}>
                {t("site.change")}
                <span className="sr-only"> {t(`site.parts.${part}`)}</span>
              </a>
            </p>
          </li>
        ))}
        <li className="card">
          <h2>{t("site.texts.title")}</h2>
          <p>{t("site.texts.lead")}</p>
          <p className="actions">
            <a className="button button-quiet" href={`${home}/texts`}>
              {t("site.texts.open")}
            </a>
          </p>
        </li>
      </ul>
      <SettingsHistory
        heading={t("site.history.heading")}
        empty={t("site.history.empty")}
        before={t("site.history.before")}
        after={t("site.history.after")}
        entries={events.map(({ seq, account, at, part, before, after }) => ({
          id: String(seq),
          at,
          who: colleagues.find(({ accountId }) => accountId === account)?.name ?? t("site.history.somebody"),
          what: partName(t, part),
          before: siteSayings({ t, locale }, before),
          after: siteSayings({ t, locale }, after),
        }))}
      />
    </>
  );
}

function partName(t: StaffWords, part: string): string {
  if (part === "texts") return t("site.texts.title");
  const known = SITE_PARTS.find((one) => one === part);
  return known ? t(`site.parts.${known}`) : t("site.checked.heading");
}
