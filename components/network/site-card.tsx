import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatDay, languageName } from "@/components/staff/wording";
import type { Office, PublicSite } from "@/lib/sites/types";
import { CHANNELS, COUNSELLING_LANGUAGES } from "@/lib/vocabulary/types";

type SiteCardProps = {
  site: PublicSite;
  /** Where the network's part of it is changed. */
  href?: string;
  /** Whether nobody has looked through it for half a year. */
  due?: boolean;
  /** Beside the name: how far the site has come. */
  children?: ReactNode;
};

/** One site with what it has published; what nobody has confirmed says so. */
export function SiteCard({ site, href, due, children }: SiteCardProps) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const { name, state, carriers, languages, channels, offices, website, checkedOn } = site;
  const named = <bdi>{name}</bdi>;
  const spoken = languages.map((tag) => languageName(locale, tag, COUNSELLING_LANGUAGES[tag]));
  const ways = CHANNELS.filter((channel) => channels.includes(channel)).map((channel) =>
    t(`channel.${channel}`),
  );
  const list = new Intl.ListFormat(locale, { type: "unit", style: "short" });
  return (
    <li className={due ? "card site site-due" : "card site"} id={site.id}>
      <div className="site-head">
        <h2>{href ? <a href={href}>{named}</a> : named}</h2>
        {children}
      </div>
      <dl className="pairs">
        <dt>{t("network.checked")}</dt>
        <dd>
          {checkedOn && formatDay(locale, new Date(checkedOn))}{" "}
          {!checkedOn && !due && <span className="muted">{t("network.neverChecked")}</span>}
          {due && (
            <strong className="unread-mark">
              {t(checkedOn ? "network.checkDue" : "network.neverChecked")}
            </strong>
          )}
        </dd>
        <Fact label={t("network.state")}>{state}</Fact>
        <Fact label={t("network.carriers")}>
          {carriers.length > 0 && <span dir="auto">{carriers.join(", ")}</span>}
        </Fact>
        <Fact label={t("network.places")}>
          {offices.map((office) => (
            <Place key={`${office.label} ${office.city} ${office.street}`} office={office} />
          ))}
        </Fact>
        <Fact label={t("network.languages")}>{list.format(spoken)}</Fact>
        <Fact label={t("network.channels")}>{list.format(ways)}</Fact>
        <Fact label={t("network.website")}>
          {website && (
            <a href={website} rel="noreferrer" dir="ltr">
              {new URL(website).host.replace(/^www\./, "")}
            </a>
          )}
        </Fact>
      </dl>
    </li>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  const t = useTranslations("staff.network");
  return (
    <>
      <dt>{label}</dt>
      <dd>{children || <span className="muted">{t("unknown")}</span>}</dd>
    </>
  );
}

function Place({ office: { label, city, street, postalCode, phones, emails } }: { office: Office }) {
  const address = [street, [postalCode, city].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  return (
    <p className="place">
      <strong>{label}</strong>
      <span>
        <bdi>{address}</bdi>
      </span>
      {[...(phones ?? []), ...(emails ?? [])].map((way) => (
        <span key={way}>
          <bdi dir="ltr">{way}</bdi>
        </span>
      ))}
    </p>
  );
}
