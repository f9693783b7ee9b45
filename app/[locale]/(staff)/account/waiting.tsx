import { getLocale, getTranslations } from "next-intl/server";
import { Fingerprint } from "@/components/accounts/fingerprint";
import { isolate } from "@/components/staff/wording";
import { ownFingerprint } from "@/lib/accounts/queries";
import type { Place } from "@/lib/accounts/types";
import type { Staff } from "@/lib/auth/queries";
import { siteName } from "@/lib/sites/queries";

/** What somebody without keys has to know: whom they wait for, or what they can do themselves. */
export async function Waiting({ staff, places }: { staff: Staff; places: readonly Place[] }) {
  const closed = places.filter(({ state }) => state !== "open");
  return closed.map((place) => <WaitingAt key={place.siteId} staff={staff} place={place} />);
}

async function WaitingAt({ staff, place }: { staff: Staff; place: Place }) {
  const [t, site] = await Promise.all([
    getTranslations("staff.account.waiting"),
    siteName(place.siteId, new Date()),
  ]);
  const name = isolate(site);
  if (place.state === "waiting") {
    return (
      <Fingerprint
        heading={t("heading", { site: name })}
        label={t("label")}
        digits={await ownFingerprint(staff)}
        steps={[t("stepCall"), t("stepRead"), t("stepOpen")]}
      >
        {place.role === "lead" && <PrintLink />}
      </Fingerprint>
    );
  }
  const mayAct = place.state === "abandoned" || place.role === "lead";
  return (
    <section className="card waiting">
      <h2>
        {place.state === "founding" ? t("foundHeading", { site: name }) : t("lostHeading", { site: name })}
      </h2>
      {mayAct ? <KeysLink state={place.state} /> : <p>{t("foundWait")}</p>}
    </section>
  );
}

/** For a new lead where those who hold the keys are on the list, but cannot get in any more either. */
async function PrintLink() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("staff.account.waiting")]);
  return (
    <p className="muted">
      {t("nobodyLeft")} <a href={`/${locale}/account/site-keys`}>{t("lostLink")}</a>
    </p>
  );
}

async function KeysLink({ state }: { state: Place["state"] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("staff.account.waiting")]);
  return (
    <>
      <p>{state === "founding" ? t("foundText") : t("lostText")}</p>
      <p className="actions">
        <a className="button" href={`/${locale}/account/site-keys`}>
          {state === "founding" ? t("foundLink") : t("lostLink")}
        </a>
      </p>
    </>
  );
}
