import { useLocale, useTranslations } from "next-intl";
import { languageWords } from "@/components/cases/case-header";
import { ChoiceForm } from "@/components/cases/choice-form";
import { PressForm } from "@/components/cases/press-form";
import type { Saying } from "@/components/settings/form-spec";
import { Sayings } from "@/components/settings/sayings";
import type { FormAction } from "@/components/staff/form-state";
import { formatDay, isolate, type StaffWords } from "@/components/staff/wording";
import { type Handover, REPLIES } from "@/lib/handovers/types";
import { replyWords } from "./reply-words";

type CardProps = { handover: Handover; from: string; accept: FormAction; decline: FormAction };

/** What another site offers: what the person allowed to be told, and the two answers to it. */
export function HandoverCard({ handover, from, accept, decline }: CardProps) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const { id, offeredOn, expiresOn, language, hasMailbox, details } = handover;
  const term = { day: formatDay(locale, offeredOn), until: formatDay(locale, expiresOn) };
  const heading = `handover-${id}`;
  return (
    <section className="card handover" aria-labelledby={heading}>
      <h2 id={heading}>{t("handovers.from", { site: isolate(from) })}</h2>
      <p className="help">{t("handovers.offered", term)}</p>
      {details ? (
        <Sayings sayings={sayingsOf(t, details, languageWords(locale, language))} />
      ) : (
        <p>{t("handovers.unreadable")}</p>
      )}
      <p className="help">{hasMailbox ? t("handovers.thread") : t("handovers.noThread")}</p>
      {details && (
        <PressForm
          action={accept}
          hidden={{ handoverId: id }}
          button={t("handovers.accept")}
          pending={t("handovers.pending")}
        />
      )}
      <ChoiceForm
        id={`reply-${id}`}
        name="reply"
        action={decline}
        hidden={{ handoverId: id }}
        label={t("handovers.reason")}
        options={REPLIES.map((value) => ({ value, label: replyWords(t, value) }))}
        current="notResponsible"
        button={t("handovers.decline")}
        pending={t("handovers.pending")}
      />
    </section>
  );
}

function sayingsOf(t: StaffWords, details: NonNullable<Handover["details"]>, language: string): Saying[] {
  const { name, phone, email, safeContact, postalCode, told } = details;
  return [
    { label: t("referrals.names.language"), text: language },
    { label: t("referrals.names.name"), text: name ?? "" },
    { label: t("referrals.names.phone"), text: phone ?? "" },
    { label: t("referrals.names.email"), text: email ?? "" },
    { label: t("referrals.names.safeContact"), text: safeContact ?? "" },
    { label: t("referrals.names.postalCode"), text: postalCode ?? "" },
    { label: t("handovers.told"), text: told ?? "" },
  ].filter(({ text }) => text !== "");
}
