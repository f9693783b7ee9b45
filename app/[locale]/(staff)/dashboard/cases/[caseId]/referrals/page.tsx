import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ReferralList } from "@/components/referrals/referral-list";
import { Empty } from "@/components/staff/empty";
import { requireDesk } from "@/lib/auth/gates";
import { listColleagues } from "@/lib/cases/queries";
import { berlinDay } from "@/lib/time/rules";
import { CaseFrame } from "../case-frame";
import { openReferrals } from "./open-referrals";

type Params = { params: Promise<{ caseId: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { caseFile } = await openReferrals((await params).caseId);
  const t = await getTranslations("staff");
  return { title: `${t("referrals.title")} · ${t("list.caseNumber", { number: String(caseFile.number) })}` };
}

/** To whom the person was or is to be referred, and how far that is. */
export default async function ReferralsPage({ params }: Params) {
  const desk = await requireDesk();
  const { caseFile, referrals } = await openReferrals((await params).caseId);
  const [t, locale, colleagues] = await Promise.all([
    getTranslations("staff.referrals"),
    getLocale(),
    listColleagues(desk),
  ]);
  const href = `/${locale}/dashboard/cases/${caseFile.id}/referrals`;
  const newLink = (
    <a className="button" href={`${href}/new`}>
      {t("new")}
    </a>
  );
  return (
    <CaseFrame caseFile={caseFile} colleagues={colleagues} current="referrals">
      <h2>{t("title")}</h2>
      <p className="lead">{t("lead")}</p>
      {referrals.length === 0 ? (
        <Empty heading={t("empty")} text={t("emptyText")}>
          {newLink}
        </Empty>
      ) : (
        <>
          <p className="actions">{newLink}</p>
          <ReferralList referrals={referrals} href={href} today={berlinDay(new Date())} />
        </>
      )}
    </CaseFrame>
  );
}
