import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SettingsForm } from "@/components/settings/settings-form";
import { BackLink } from "@/components/staff/back-link";
import { DESK } from "@/components/staff/form-state";
import { requireDesk } from "@/lib/auth/gates";
import { writePartnerAction } from "../actions";
import { partnerFields } from "../fields";
import { formWords, readerAt } from "../reader";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.partners.form");
  return { title: t("newTitle") };
}

export default async function NewPartnerPage() {
  const desk = await requireDesk();
  const reader = await readerAt(desk);
  const { t } = reader;
  return (
    <>
      <BackLink href={`/${await getLocale()}/dashboard/partners`}>{t("partners.back")}</BackLink>
      <h1>{t("partners.form.newTitle")}</h1>
      <p className="lead">{t("partners.form.lead")}</p>
      <SettingsForm
        id="partner"
        action={writePartnerAction}
        hidden={{ [DESK]: desk.site, id: randomUUID() }}
        seen="0"
        fields={partnerFields(reader)}
        values={{}}
        words={formWords(reader)}
      />
    </>
  );
}
