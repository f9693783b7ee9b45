import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { replyWords } from "@/components/handovers/reply-words";
import { ReferralMark } from "@/components/referrals/referral-mark";
import {
  consentSayings,
  courseSayings,
  type ReferralReader,
  recipientSayings,
  textSayings,
} from "@/components/referrals/referral-sayings";
import { Sayings } from "@/components/settings/sayings";
import { BackLink } from "@/components/staff/back-link";
import { isolate, type StaffWords } from "@/components/staff/wording";
import { requireDesk } from "@/lib/auth/gates";
import { listColleagues } from "@/lib/cases/queries";
import { holdsOn, mayPrint } from "@/lib/referrals/rules";
import type { Consent, Referral, ReferralBody } from "@/lib/referrals/types";
import { berlinDay } from "@/lib/time/rules";
import { CaseFrame } from "../../case-frame";
import { offeredTexts } from "../offered-texts";
import { openReferral } from "../open-referrals";
import { Steps } from "../steps";

type Params = { params: Promise<{ caseId: string; referralId: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { caseId, referralId } = await params;
  const { referral } = await openReferral(caseId, referralId);
  const t = await getTranslations("staff.referrals");
  return { title: referral.body ? t("to", { name: isolate(referral.body.recipient.name) }) : t("title") };
}

/** One referral: what it says, how far it is, and what can be done next. */
export default async function ReferralPage({ params }: Params) {
  const desk = await requireDesk();
  const { caseId, referralId } = await params;
  const { caseFile, hasMailbox, referral } = await openReferral(caseId, referralId);
  const [t, locale, colleagues] = await Promise.all([
    getTranslations("staff"),
    getLocale(),
    listColleagues(desk),
  ]);
  const [href, today] = [`/${locale}/dashboard/cases/${caseFile.id}/referrals`, berlinDay(new Date())];
  const { body } = referral;
  return (
    <CaseFrame caseFile={caseFile} colleagues={colleagues}>
      <BackLink href={href}>{t("referrals.back")}</BackLink>
      <div className="referral">
        <h2>
          {body ? t("referrals.to", { name: isolate(body.recipient.name) }) : t("referrals.unreadable")}
        </h2>
        <ReferralMark status={referral.status} />
        {body && <What reader={{ t, locale }} referral={referral} today={today} href={href} />}
        {body && (
          <Steps
            referral={referral}
            body={body}
            caseFile={caseFile}
            hasMailbox={hasMailbox}
            offered={referral.status === "draft" ? await offeredTexts(desk, caseFile.id) : {}}
            today={today}
            page={`${href}/${referral.id}`}
          />
        )}
      </div>
    </CaseFrame>
  );
}

type WhatProps = { reader: ReferralReader; referral: Referral; today: string; href: string };

function What({ reader, referral, today, href }: WhatProps) {
  const { t } = reader;
  const { body, consent, status, sentOn } = referral;
  if (!body) return null;
  const course = courseSayings(reader, body);
  const holds = consent !== null && holdsOn(consent, new Date(today));
  return (
    <>
      {status === "revoked" && (
        <p role="status">
          <strong>{sentOn ? t("referrals.revokedAfter") : t("referrals.revokedBefore")}</strong>
        </p>
      )}
      <section className="card">
        <Sayings sayings={[...recipientSayings(reader, body), ...textSayings(reader, body.fields)]} />
      </section>
      {status === "draft" && <Unticked t={t} body={body} />}
      {consent && <ConsentCard reader={reader} consent={consent} holds={holds} />}
      {referral.reply && (
        <p>
          <strong>{t("handovers.refused", { reason: replyWords(t, referral.reply) })}</strong>
        </p>
      )}
      {mayPrint(referral, new Date(today)) && (
        <p className="actions">
          <a className="button button-quiet" href={`${href}/${referral.id}/letter`}>
            {t("referrals.letter.link")}
          </a>
        </p>
      )}
      {course.length > 0 && (
        <section className="card">
          <Sayings sayings={course} />
        </section>
      )}
    </>
  );
}

/** Somebody wrote these texts and did not tick them: they stay here, and nobody shall wonder later. */
function Unticked({ t, body: { unticked = [] } }: { t: StaffWords; body: ReferralBody }) {
  if (unticked.length === 0) return null;
  const fields = unticked.map(({ field }) => t(`referrals.names.${field}`)).join(", ");
  return <p>{t("referrals.draft.unticked", { fields })}</p>;
}

function ConsentCard({
  reader,
  consent,
  holds,
}: {
  reader: ReferralReader;
  consent: Consent;
  holds: boolean;
}) {
  const { t } = reader;
  return (
    <section className="card" aria-labelledby="consent-heading">
      <h3 id="consent-heading">{t("referrals.consent.heading")}</h3>
      <Sayings sayings={consentSayings(reader, consent)} />
      {consent.status === "given" && !holds && (
        <p>
          <strong>{t("referrals.consent.expired")}</strong>
        </p>
      )}
    </section>
  );
}
