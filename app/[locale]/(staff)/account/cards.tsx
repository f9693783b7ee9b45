import { getLocale, getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/accounts/account-form";
import { LanguageForm } from "@/components/accounts/language-form";
import { formatDay } from "@/components/staff/wording";
import { listOwnSessions } from "@/lib/accounts/queries";
import { ALL_OTHERS } from "@/lib/accounts/schema";
import type { Place } from "@/lib/accounts/types";
import type { Staff } from "@/lib/auth/queries";
import { chosenSite, currentSessionHash } from "@/lib/auth/session";
import { localeInfo, STAFF_LOCALES } from "@/lib/i18n/locales";
import { siteName } from "@/lib/sites/queries";
import { chooseLanguageAction, chooseSiteAction, endSessionAction } from "./actions";

/** The sites that somebody works at; with two or more, the one to go to. */
export async function PlacesCard({ places }: { places: readonly Place[] }) {
  if (places.length < 2) return null;
  const [t, chosen] = await Promise.all([getTranslations("staff.account"), chosenSite()]);
  const current = places.find(({ siteId }) => siteId === chosen) ?? places[0];
  const names = await Promise.all(places.map(({ siteId }) => siteName(siteId, new Date())));
  return (
    <section className="card">
      <h2>{t("sites.heading")}</h2>
      <p className="muted">{t("sites.text")}</p>
      <ul className="own-list">
        {places.map(({ siteId, role }, index) => (
          <li key={siteId}>
            <div>
              <p className="strong">{names[index]}</p>
              <p className="help">{t(`role.${role}`)}</p>
            </div>
            {siteId === current?.siteId ? (
              <p className="help">{t("sites.here")}</p>
            ) : (
              <AccountForm
                id={`site-${siteId}`}
                action={chooseSiteAction}
                hidden={{ site: siteId }}
                words={{ button: t("sites.button"), pending: t("sites.pending") }}
                quiet
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export async function SessionsCard({ staff }: { staff: Staff }) {
  const [locale, t, current] = await Promise.all([
    getLocale(),
    getTranslations("staff.account"),
    currentSessionHash(),
  ]);
  const sessions = await listOwnSessions(staff, current, new Date());
  return (
    <section className="card">
      <h2>{t("sessions.heading")}</h2>
      <p className="muted">{t("sessions.text")}</p>
      <ul className="own-list">
        {sessions.map(({ id, device, openedOn, current: here }) => (
          <li key={id}>
            <div>
              <p className="strong">{t(`device.${device}`)}</p>
              <p className="help">{t("sessions.since", { day: formatDay(locale, openedOn) })}</p>
            </div>
            {here ? (
              <p className="help">{t("sessions.here")}</p>
            ) : (
              <AccountForm
                id={`session-${id}`}
                action={endSessionAction}
                hidden={{ id }}
                words={{ button: t("sessions.end"), pending: t("sessions.ending") }}
                quiet
              />
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <AccountForm
          id="others"
          action={endSessionAction}
          hidden={{ id: ALL_OTHERS }}
          words={{ button: t("sessions.endOthers"), pending: t("sessions.ending") }}
          quiet
        />
      )}
    </section>
  );
}

export async function LanguageCard({ locale }: { locale: string }) {
  const t = await getTranslations("staff.account.language");
  return (
    <section className="card">
      <h2>{t("heading")}</h2>
      <LanguageForm
        action={chooseLanguageAction}
        locale={locale}
        locales={STAFF_LOCALES.map(localeInfo)}
        words={{ label: t("label"), button: t("button"), pending: t("pending") }}
      />
    </section>
  );
}
