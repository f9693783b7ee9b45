import type { PrintedSection } from "@/components/documents/printed-sections";
import { replyWords } from "@/components/handovers/reply-words";
import {
  consentSayings,
  courseSayings,
  recipientSayings,
  textSayings,
} from "@/components/referrals/referral-sayings";
import type { Saying } from "@/components/settings/form-spec";
import { formatDay, isolate, type StaffWords } from "@/components/staff/wording";
import type { CaseFollowUps, FollowUp } from "@/lib/follow-ups/types";
import type { Referral } from "@/lib/referrals/types";

type Reader = { t: StaffWords; locale: string };

/**
 * To whom what of a person was or was to be told, handovers to other sites included: who and for what, what stayed in
 * and what was struck out, and what came of it.
 */
export const referralSections = (reader: Reader, referrals: readonly Referral[]): PrintedSection[] =>
  referrals.map((referral) => {
    const { t } = reader;
    const { id, body, status } = referral;
    const name = body ? t("referrals.to", { name: isolate(body.recipient.name) }) : t("referrals.title");
    return {
      id,
      heading: `${name} · ${t(`referrals.status.${status}`)}`,
      sayings: [...contentOf(reader, referral), ...daysOf(reader, referral)],
    };
  });

function contentOf(reader: Reader, { body, consent, reply }: Referral): Saying[] {
  const { t } = reader;
  const label = t("referrals.answer.answer");
  return [
    ...(body
      ? [...recipientSayings(reader, body), ...textSayings(reader, body.fields)]
      : [{ label: t("referrals.title"), text: t("referrals.unreadable") }]),
    ...(consent ? consentSayings(reader, consent) : []),
    ...(reply ? [{ label, text: t("handovers.refused", { reason: replyWords(t, reply) }) }] : []),
    ...(body ? courseSayings(reader, body) : []),
  ];
}

const daysOf = ({ t, locale }: Reader, { sentOn, answerDueOn }: Referral): Saying[] => [
  ...(sentOn ? [{ label: t("referrals.send.on"), text: formatDay(locale, sentOn) }] : []),
  ...(answerDueOn ? [{ label: t("referrals.send.answerDueOn"), text: formatDay(locale, answerDueOn) }] : []),
];

/** What was or is still to be done in a case, and until when. */
export const followUpSections = (reader: Reader, { open, done }: CaseFollowUps): PrintedSection[] =>
  [...open, ...done].map((followUp) => followUpSection(reader, followUp));

function followUpSection({ t, locale }: Reader, { id, kind, dueOn, doneOn, text }: FollowUp): PrintedSection {
  return {
    id,
    heading: kind === "deadline" ? t("followUps.deadline") : t("print.followUp"),
    sayings: [
      { label: t("followUps.dueOn"), text: formatDay(locale, dueOn) },
      { label: t("followUps.text"), text: text ?? t("case.thread.unreadable") },
      ...(doneOn ? [{ label: t("followUps.finish"), text: formatDay(locale, doneOn) }] : []),
    ],
  };
}
