import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { SettingsForm } from "@/components/settings/settings-form";
import { BackLink } from "@/components/staff/back-link";
import { DESK } from "@/components/staff/form-state";
import { isolate } from "@/components/staff/wording";
import { requireDesk } from "@/lib/auth/gates";
import { partnerForm } from "@/lib/partners/partner-form";
import { writePartnerAction } from "../../actions";
import { partnerFields } from "../../fields";
import { openPartner } from "../../open-partner";
import { formWords, readerAt } from "../../reader";

type Params = { params: Promise<{ partnerId: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { partner } = await openPartner((await params).partnerId);
  return { title: partner.name };
}

export default async function EditPartnerPage({ params }: Params) {
  const desk = await requireDesk();
  const reader = await readerAt(desk);
  const { partner } = await openPartner((await params).partnerId);
  const { id, version, checkedOn: _checked, createdBy: _by, ...facts } = partner;
  return (
    <>
      <BackLink href={`/${await getLocale()}/dashboard/partners/${id}`}>{partner.name}</BackLink>
      <h1>{reader.t("partners.form.changeTitle", { name: isolate(partner.name) })}</h1>
      <p className="lead">{reader.t("partners.form.lead")}</p>
      <SettingsForm
        id="partner"
        action={writePartnerAction}
        hidden={{ [DESK]: desk.site, id }}
        seen={String(version)}
        fields={partnerFields(reader)}
        values={partnerForm(facts)}
        words={formWords(reader)}
      />
    </>
  );
}
