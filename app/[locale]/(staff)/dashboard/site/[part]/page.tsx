import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { SettingsForm } from "@/components/settings/settings-form";
import { BackLink } from "@/components/staff/back-link";
import { DESK } from "@/components/staff/form-state";
import { requireLead } from "@/lib/auth/gates";
import { readOwnSite } from "@/lib/settings/queries";
import { partOf, seenOf } from "@/lib/settings/rules";
import { FORM_OF } from "@/lib/settings/site-form";
import { SITE_PARTS, type SitePart } from "@/lib/settings/types";
import { changePartAction } from "../actions";
import { PART_FORMS } from "../part-fields";

type PartProps = { params: Promise<{ part: string }> };

const partIn = async (params: PartProps["params"]): Promise<SitePart | undefined> => {
  const { part } = await params;
  return SITE_PARTS.find((known) => known === part);
};

export async function generateMetadata({ params }: PartProps): Promise<Metadata> {
  const [t, part] = await Promise.all([getTranslations("staff.site"), partIn(params)]);
  return { title: part ? t(`parts.${part}`) : t("title") };
}

/** One part of the settings, to be changed. */
export default async function SitePartPage({ params }: PartProps) {
  const desk = await requireLead();
  const part = await partIn(params);
  if (!part) notFound();
  const [t, locale, { settings }] = await Promise.all([
    getTranslations("staff"),
    getLocale(),
    readOwnSite(desk),
  ]);
  const words = {
    button: t("site.save"),
    pending: t("site.saving"),
    preview: t("site.preview"),
    current: t("site.current"),
  };
  return (
    <>
      <BackLink href={`/${locale}/dashboard/site`}>{t("site.title")}</BackLink>
      <h1>{t(`site.parts.${part}`)}</h1>
      <p className="lead">{t(`site.leads.${part}`)}</p>
      <SettingsForm
        id={part}
        action={changePartAction}
        hidden={{ [DESK]: desk.site, part }}
        seen={seenOf(partOf(part, settings))}
        fields={PART_FORMS[part]({ t, locale, settings })}
        values={FORM_OF[part](settings)}
        words={words}
        {...(part === "working" ? {} : { previewHref: `/${locale}/preview` })}
      />
    </>
  );
}
