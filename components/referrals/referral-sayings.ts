import type { Saying } from "@/components/settings/form-spec";
import { formatDay, languageName, type StaffWords } from "@/components/staff/wording";
import type { Consent, ConsentRevocation, Referral, ReferralBody, SharedText } from "@/lib/referrals/types";
import { COUNSELLING_LANGUAGES } from "@/lib/vocabulary/types";

export type ReferralReader = { t: StaffWords; locale: string };

/** Leaves out what says nothing. */
const said = (...sayings: Saying[]): Saying[] => sayings.filter(({ text }) => text !== "");

/** What would be told, field by field. */
export const textSayings = ({ t }: ReferralReader, texts: readonly SharedText[]): Saying[] =>
  texts.map(({ field, text }) => ({ label: t(`referrals.names.${field}`), text }));

/** Who would be told, and for what. */
export const recipientSayings = (
  { t }: ReferralReader,
  body: Pick<ReferralBody, "recipient" | "purpose">,
): Saying[] =>
  said(
    { label: t("referrals.draft.recipientName"), text: body.recipient.name },
    { label: t("referrals.draft.recipientContact"), text: body.recipient.contact },
    { label: t("referrals.draft.purpose"), text: body.purpose },
  );

/** What a draft says besides, which nobody is told. */
export const untickedSayings = ({ t }: ReferralReader, { unticked = [] }: ReferralBody): Saying[] =>
  unticked.map(({ field, text }) => ({
    label: t("referrals.draft.notTicked", { field: t(`referrals.names.${field}`) }),
    text,
  }));

/** What has happened since it was sent, and why it ended before. */
export function courseSayings(reader: ReferralReader, body: ReferralBody): Saying[] {
  const { t, locale } = reader;
  const { sent, appointment, answers = [], result, revocation } = body;
  const day = (on: string) => formatDay(locale, new Date(on));
  const both = (...parts: string[]) => parts.filter(Boolean).join("\n");
  return said(
    {
      label: t("referrals.send.way"),
      text: sent ? both(t(`referrals.send.ways.${sent.way}`), sent.words) : "",
    },
    {
      label: t("referrals.appointment.on"),
      text: appointment ? both(day(appointment.on), appointment.words) : "",
    },
    {
      label: t("referrals.answer.answer"),
      text: answers
        .map(({ reply, on, words }) => both(reply ? t(`referrals.status.${reply}`) : "", day(on), words))
        .join("\n\n"),
    },
    { label: t("referrals.finish.result"), text: result ?? "" },
    ...(revocation ? [revocationSaying(reader, revocation, new Date(revocation.on))] : []),
  );
}

/** Who was asked for what until when, what they answered, and whether they took it back. */
export function consentSayings(reader: ReferralReader, consent: Consent): Saying[] {
  const { t, locale } = reader;
  return said(
    { label: t("referrals.consent.asked"), text: formatDay(locale, consent.askedOn) },
    { label: t("referrals.consent.until"), text: formatDay(locale, consent.expiresOn) },
    ...decisionSayings(reader, consent),
    ...(consent.revocation && consent.revokedOn
      ? [revocationSaying(reader, consent.revocation, consent.revokedOn)]
      : []),
  );
}

function decisionSayings({ t, locale }: ReferralReader, consent: Consent): Saying[] {
  const { decision, decidedOn, request, status } = consent;
  if (!decision || !decidedOn) return [];
  const no = status === "declined" || (status === "revoked" && decision.fields.length === 0);
  const day = formatDay(locale, decidedOn);
  const answer = no ? t("referrals.record.declined") : t("referrals.record.given");
  const names = (left: boolean) =>
    (request?.fields ?? [])
      .filter(({ field }) => decision.fields.includes(field) === left)
      .map(({ field }) => t(`referrals.names.${field}`))
      .join(", ");
  return [
    {
      label: t("referrals.consent.decided"),
      text: t("referrals.consent.decidedWords", { answer, way: t(`referrals.way.${decision.way}`), day }),
    },
    {
      label: t("referrals.consent.language"),
      text: languageName(locale, decision.language, COUNSELLING_LANGUAGES[decision.language]),
    },
    { label: t("referrals.consent.version"), text: String(decision.textVersion) },
    { label: t("referrals.consent.words"), text: decision.words },
    ...(no
      ? []
      : [
          { label: t("referrals.consent.kept"), text: names(true) },
          { label: t("referrals.consent.struck"), text: names(false) },
        ]),
  ];
}

function revocationSaying(
  { t, locale }: ReferralReader,
  { way, words }: ConsentRevocation,
  on: Date,
): Saying {
  const said = { way: t(`referrals.way.${way}`), day: formatDay(locale, on) };
  const how = t("referrals.consent.revokedWords", said);
  return { label: t("referrals.consent.revoked"), text: [how, words].filter(Boolean).join("\n") };
}

/** All that stands in a referral now, for somebody who wanted to write something else there. */
export const referralSayings = (reader: ReferralReader, { body, consent }: Referral): Saying[] => [
  ...(body
    ? [
        ...recipientSayings(reader, body),
        ...textSayings(reader, body.fields),
        ...untickedSayings(reader, body),
      ]
    : []),
  ...(consent ? consentSayings(reader, consent) : []),
  ...(body ? courseSayings(reader, body) : []),
];
