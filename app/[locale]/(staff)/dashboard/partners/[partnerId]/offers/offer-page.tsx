import { getLocale } from "next-intl/server";
import { SettingsForm } from "@/components/settings/settings-form";
import { BackLink } from "@/components/staff/back-link";
import { DESK } from "@/components/staff/form-state";
import { isolate } from "@/components/staff/wording";
import { requireDesk } from "@/lib/auth/gates";
import { offerForm } from "@/lib/partners/partner-form";
import type { OfferFacts, Partner } from "@/lib/partners/types";
import { writeOfferAction } from "../../actions";
import { offerFields } from "../../fields";
import { formWords, readerAt } from "../../reader";

type OfferPageProps = { partner: Partner; id: string; version: number; facts: OfferFacts };

/** The form of an offer: a new one under version 0, or one that is there. */
export async function OfferPage({ partner, id, version, facts }: OfferPageProps) {
  const desk = await requireDesk();
  const reader = await readerAt(desk);
  const { t } = reader;
  return (
    <>
      <BackLink href={`/${await getLocale()}/dashboard/partners/${partner.id}`}>{partner.name}</BackLink>
      <h1>
        {version === 0
          ? t("partners.form.offerNewTitle", { name: isolate(partner.name) })
          : t("partners.form.offerTitle", { title: isolate(facts.title) })}
      </h1>
      <p className="lead">{t("partners.form.offerLead")}</p>
      <SettingsForm
        id="offer"
        action={writeOfferAction}
        hidden={{ [DESK]: desk.site, id, partnerId: partner.id }}
        seen={String(version)}
        fields={offerFields(reader, facts)}
        values={offerForm(facts)}
        words={formWords(reader)}
      />
    </>
  );
}
