import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SiteChoice } from "@/components/handovers/site-choice";
import { SettingsForm } from "@/components/settings/settings-form";
import { BackLink } from "@/components/staff/back-link";
import { isolate } from "@/components/staff/wording";
import type { Desk } from "@/lib/auth/desk";
import { requireDesk } from "@/lib/auth/gates";
import { listColleagues } from "@/lib/cases/queries";
import { caseIdSchema } from "@/lib/cases/schema";
import { AppError } from "@/lib/errors";
import { findOffer } from "@/lib/partners/queries";
import { snapshotOf } from "@/lib/partners/rules";
import { listSites } from "@/lib/sites/queries";
import { CaseFrame } from "../../case-frame";
import { draftReferralAction } from "../actions";
import { draftFields, draftValues } from "../draft-fields";
import { offeredTexts } from "../offered-texts";
import { openReferrals } from "../open-referrals";

type Params = {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  await openReferrals((await params).caseId);
  const t = await getTranslations("staff.referrals");
  return { title: t("new") };
}

/** Writes a referral down, with what the case and the directory say to begin with. */
export default async function NewReferralPage({ params, searchParams }: Params) {
  const desk = await requireDesk();
  const [{ caseFile }, { offer, to }] = [await openReferrals((await params).caseId), await searchParams];
  const [t, locale, colleagues, sites, offered, chosen] = await Promise.all([
    getTranslations("staff"),
    getLocale(),
    listColleagues(desk),
    listSites(new Date()),
    offeredTexts(desk, caseFile.id),
    chosenOffer(desk, offer),
  ]);
  const href = `/${locale}/dashboard/cases/${caseFile.id}/referrals`;
  const others = sites.filter(({ id }) => id !== desk.site);
  const toSite = others.find(({ id }) => id === to);
  const recipient = toSite
    ? { name: toSite.name, contact: "" }
    : (chosen?.recipient ?? { name: "", contact: "" });
  const values = draftValues({ recipient, purpose: "", fields: [] }, offered);
  return (
    <CaseFrame caseFile={caseFile} colleagues={colleagues}>
      <BackLink href={href}>{t("referrals.back")}</BackLink>
      <h2>{t("referrals.new")}</h2>
      <p className="lead">{t("referrals.newLead")}</p>
      <SiteChoice sites={others} chosen={toSite?.id ?? ""} />
      {toSite && <p>{t("handovers.about", { site: isolate(toSite.name) })}</p>}
      <SettingsForm
        key={toSite?.id ?? ""}
        id="draft"
        action={draftReferralAction}
        hidden={{
          ...{ caseId: caseFile.id, referralId: randomUUID(), partnerId: chosen?.partnerId ?? "" },
          ...(toSite ? { toSite: toSite.id, recipientName: toSite.name, recipientContact: "" } : {}),
        }}
        seen="0"
        fields={draftFields(t, toSite?.id ?? null, values)}
        values={values}
        words={{
          button: t("referrals.draft.save"),
          pending: t("referrals.pending"),
          current: t("referrals.current"),
        }}
      />
    </CaseFrame>
  );
}

/** The offer that the counsellor came from, as the directory has it today; null when there is none. */
async function chosenOffer(desk: Desk, id: string | string[] | undefined) {
  const parsed = caseIdSchema.safeParse(id);
  if (!parsed.success) return null;
  try {
    const { partner, offer } = await findOffer(desk, parsed.data);
    const { name, title, address, emails, phones, contact, partnerId } = snapshotOf(partner, offer);
    const lines = [contact, ...address, ...emails, ...phones].filter(Boolean);
    const full = title && title !== name ? `${name}, ${title}` : name;
    return { partnerId, recipient: { name: full, contact: lines.join("\n") } };
  } catch (error) {
    if (error instanceof AppError && error.code === "notFound") return null;
    throw error;
  }
}
