import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { PressForm } from "@/components/cases/press-form";
import { OfferCard } from "@/components/partners/offer-card";
import { knownSayings, type PartnerReader } from "@/components/partners/partner-sayings";
import { SettingsHistory } from "@/components/settings/history";
import { Sayings } from "@/components/settings/sayings";
import { SettingsForm } from "@/components/settings/settings-form";
import { BackLink } from "@/components/staff/back-link";
import { DESK } from "@/components/staff/form-state";
import { formatDay } from "@/components/staff/wording";
import { requireDesk } from "@/lib/auth/gates";
import type { Partner, PartnerFile } from "@/lib/partners/types";
import { confirmPartnerAction, writeNoteAction } from "../actions";
import { openPartner } from "../open-partner";
import { readerAt } from "../reader";
import { historyOf } from "./history-of";

type Params = { params: Promise<{ partnerId: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { partner } = await openPartner((await params).partnerId);
  return { title: partner.name };
}

/** One partner: how to reach it, what it offers, what the site keeps about it, and who changed what. */
export default async function PartnerPage({ params }: Params) {
  const desk = await requireDesk();
  const file = await openPartner((await params).partnerId);
  const [reader, locale] = await Promise.all([readerAt(desk), getLocale()]);
  const { t } = reader;
  const { partner } = file;
  const entries = await historyOf(desk, file, reader);
  const home = `/${locale}/dashboard/partners`;
  return (
    <>
      <BackLink href={home}>{t("partners.back")}</BackLink>
      <h1>
        <bdi>{partner.name}</bdi>
        {partner.retired && <span className="muted"> ({t("partners.retired")})</span>}
      </h1>
      <div className="partner-page">
        <section className="card stack" aria-labelledby="partner-facts">
          <h2 id="partner-facts">{t("partners.facts")}</h2>
          <Sayings sayings={knownSayings(reader, partner, ["name", "retired", "checkedOn"])} />
          <p>
            <a href={`${home}/${partner.id}/edit`}>{t("partners.change")}</a>
          </p>
        </section>
        <Checked desk={desk.site} partner={partner} reader={reader} />
        <Offers file={file} reader={reader} home={`${home}/${partner.id}/offers`} />
        <Note desk={desk.site} file={file} reader={reader} />
        <SettingsHistory
          heading={t("partners.history.heading")}
          empty={t("partners.history.empty")}
          before={t("partners.history.before")}
          after={t("partners.history.after")}
          entries={entries}
        />
      </div>
    </>
  );
}

type CheckedProps = { desk: string; partner: Partner; reader: PartnerReader };

function Checked({ desk, partner, reader: { t, lists } }: CheckedProps) {
  const { id, version, checkedOn } = partner;
  return (
    <section className="card stack" aria-labelledby="partner-checked">
      <h2 id="partner-checked">{t("partners.checked.heading")}</h2>
      <p>
        {checkedOn
          ? t("partners.checked.on", { day: formatDay(lists.locale, new Date(checkedOn)) })
          : t("partners.checked.never")}
      </p>
      <PressForm
        action={confirmPartnerAction}
        hidden={{ [DESK]: desk, id, seen: String(version) }}
        button={t("partners.checked.button")}
        pending={t("partners.form.saving")}
      />
    </section>
  );
}

type PartProps = { file: PartnerFile; reader: PartnerReader };

function Offers({ file: { offers }, reader: { t, lists }, home }: PartProps & { home: string }) {
  return (
    <section aria-labelledby="partner-offers">
      <div className="partner-head">
        <h2 id="partner-offers">{t("partners.offers")}</h2>
        <a className="button button-quiet" href={`${home}/new`}>
          {t("partners.offerNew")}
        </a>
      </div>
      {offers.length === 0 && <p className="help">{t("partners.noOffers")}</p>}
      <div className="partner-offers">
        {offers.map((offer) => (
          <OfferCard key={offer.id} offer={offer} lists={lists} changeHref={`${home}/${offer.id}`} />
        ))}
      </div>
    </section>
  );
}

function Note({ desk, file: { partner, note }, reader: { t } }: PartProps & { desk: string }) {
  const words = {
    button: t("partners.note.button"),
    pending: t("partners.form.saving"),
    current: t("partners.form.current"),
  };
  const label = t("partners.note.label");
  return (
    <section className="card" aria-labelledby="partner-note">
      <h2 id="partner-note">{t("partners.note.heading")}</h2>
      <p className="help">{t("partners.note.help")}</p>
      {note.text === null && <p>{t("partners.note.unreadable")}</p>}
      <SettingsForm
        id="note"
        action={writeNoteAction}
        hidden={{ [DESK]: desk, partnerId: partner.id }}
        seen={String(note.version)}
        fields={[{ kind: "paragraph", name: "text", label, rows: 3 }]}
        values={{ text: note.text ?? "" }}
        words={words}
      />
    </section>
  );
}
