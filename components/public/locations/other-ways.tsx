import type { Locale } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import type { RemoteChannel, RemoteOffer } from "@/lib/locations/types";
import type { PublicSite } from "@/lib/sites/types";
import { Fact } from "../fact";
import { ATTACKS_NETWORK, DISCRIMINATION_LINE } from "../home/help-lines";
import { German, HostLink, PhoneLink } from "./reach-links";

type RemoteProps = { locale: Locale; t: Translator; offers: RemoteOffer[] };

/** For people with nobody near: what works from anywhere. */
export function RemoteOffers({ locale, t, offers }: RemoteProps) {
  if (offers.length === 0) return null;
  return (
    <section className="promise">
      <h2>{t("public.locations.remote.heading")}</h2>
      <p>{t("public.locations.remote.text")}</p>
      <dl>
        {offers.map(({ channel, sites }) => (
          <Fact key={channel} label={t(`public.locations.remote.${channel}`)}>
            {sites.map((site) => (
              <a key={site.id} href={wayTo(locale, site, channel)}>
                <German>{site.name}</German>
              </a>
            ))}
          </Fact>
        ))}
      </dl>
    </section>
  );
}

/** Numbers and addresses stand on the site's page; a message can be written at once. */
const wayTo = (locale: Locale, { id }: PublicSite, channel: RemoteChannel): string =>
  channel === "chat" ? `/${locale}/contact?site=${id}` : `/${locale}/locations/${id}`;

/** Who else is there, in nearly every Land. */
export function Partners({ t }: { t: Translator }) {
  return (
    <section className="partners">
      <h2>{t("public.locations.partners.heading")}</h2>
      <p>
        {t("public.locations.partners.attacks")} <HostLink href={ATTACKS_NETWORK} />
      </p>
      <p>
        {t("public.locations.partners.discrimination")} <PhoneLink phone={DISCRIMINATION_LINE} />{" "}
        <HostLink href="https://www.antidiskriminierungsstelle.de" />
      </p>
    </section>
  );
}
