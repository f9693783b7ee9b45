import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ReferralLetter } from "@/components/referrals/letter";
import { textSayings } from "@/components/referrals/referral-sayings";
import { BackLink } from "@/components/staff/back-link";
import { formatDay } from "@/components/staff/wording";
import { requireDesk } from "@/lib/auth/gates";
import { SOURCE_LOCALE } from "@/lib/i18n/locales";
import { consentedTexts, letterWords, mayPrint } from "@/lib/referrals/rules";
import { siteName } from "@/lib/sites/queries";
import { berlinDay } from "@/lib/time/rules";
import { openReferral } from "../../open-referrals";

type Params = { params: Promise<{ caseId: string; referralId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  await requireDesk();
  const t = await getTranslations("staff.referrals.letter");
  return { title: t("title") };
}

/** What may be sent, to print or to copy. Without a consent that holds today there is no such page. */
export default async function LetterPage({ params }: Params) {
  const desk = await requireDesk();
  const { caseId, referralId } = await params;
  const { referral, caseFile } = await openReferral(caseId, referralId);
  const { consent } = referral;
  const now = new Date();
  const today = new Date(berlinDay(now));
  // The words are those that the person saw, not those of the draft.
  if (!consent?.request || !mayPrint(referral, today)) notFound();
  // Whoever gets the letter reads German, in whatever language it is written here.
  const [t, german, locale, site] = await Promise.all([
    getTranslations("staff"),
    getTranslations({ locale: SOURCE_LOCALE, namespace: "staff" }),
    getLocale(),
    siteName(desk.site, now),
  ]);
  const { recipient, purpose } = consent.request;
  return (
    <div className="referral-letter">
      <BackLink href={`/${locale}/dashboard/cases/${caseFile.id}/referrals/${referral.id}`}>
        {t("referrals.back")}
      </BackLink>
      <h1>{t("referrals.letter.title")}</h1>
      <p className="lead">{t("referrals.letter.help")}</p>
      <ReferralLetter
        recipient={[recipient.name, recipient.contact].filter(Boolean).join("\n")}
        site={site}
        day={formatDay(SOURCE_LOCALE, today)}
        words={letterWords({ purpose, until: formatDay(SOURCE_LOCALE, consent.expiresOn) })}
        sayings={textSayings({ t: german, locale: SOURCE_LOCALE }, consentedTexts(consent))}
      />
    </div>
  );
}
