import { useLocale, useTranslations } from "next-intl";
import { FoldForm } from "@/components/record/fold-form";
import type { FieldSpec, SettingsState } from "@/components/settings/form-spec";
import type { FormAction } from "@/components/staff/form-state";
import type { StaffWords } from "@/components/staff/wording";
import type { CaseSummary } from "@/lib/cases/types";
import { ANSWER_DAYS, CONSENT_DAYS, isTakenOver, mayGo } from "@/lib/referrals/rules";
import { tickOf } from "@/lib/referrals/schema";
import type { Referral, ReferralBody, ReferralStatus, SharedField } from "@/lib/referrals/types";
import { addDays } from "@/lib/time/day";
import {
  appointmentAction,
  askConsentAction,
  changeDraftAction,
  finishReferralAction,
  markSentAction,
  recordAnswerAction,
  recordConsentAction,
  revokeConsentAction,
} from "./actions";
import { draftFields, draftValues } from "./draft-fields";
import {
  answerFields,
  appointmentFields,
  askFields,
  finishFields,
  handOverFields,
  recordFields,
  revokeFields,
  sendFields,
} from "./step-fields";

type StepsProps = {
  referral: Referral;
  body: ReferralBody;
  caseFile: CaseSummary;
  hasMailbox: boolean;
  offered: Partial<Record<SharedField, string>>;
  today: string;
  page: string;
};

type Step = {
  name: "ask" | "record" | "revoke" | "send" | "appointment" | "answer" | "finish" | "draft";
  /** Whether it can be taken now. Where it cannot, its form still holds words that came too late. */
  shown: boolean;
  action: FormAction<SettingsState>;
  fields: FieldSpec[];
  values: Record<string, string>;
};

const WITH_APPOINTMENT: ReferralStatus[] = ["consented", "sent", "accepted", "noAnswer"];

/** What can be done with a referral as it stands: each a form that opens below. */
export function Steps(props: StepsProps) {
  const { referral, caseFile, hasMailbox, page } = props;
  const t = useTranslations("staff");
  const locale = useLocale();
  const steps = [...consentSteps(t, locale, props), ...laterSteps(t, props)];
  return (
    <section className="referral-steps">
      {referral.status === "draft" && (
        <p className="help">{hasMailbox ? t("referrals.ask.help") : t("referrals.ask.noMailbox")}</p>
      )}
      {steps.map(({ name, shown, action, fields, values }) => (
        <FoldForm
          key={name}
          id={name}
          action={action}
          hidden={{
            ...{ caseId: caseFile.id, referralId: referral.id, partnerId: referral.partnerId ?? "" },
            // A draft rests on what its form was opened on; every other step on what stands on the page.
            ...(name === "draft" ? {} : { version: String(referral.version) }),
            ...(referral.toSite ? { recipientName: props.body.recipient.name, recipientContact: "" } : {}),
            ...(referral.toSite && name === "send" ? { on: props.today } : {}),
          }}
          seen={String(referral.version)}
          fields={fields}
          values={values}
          words={wordsOf(t, name, referral.toSite)}
          pageHref={page}
          over={shown ? undefined : t("referrals.over")}
        />
      ))}
    </section>
  );
}

const wordsOf = (t: StaffWords, name: Step["name"], toSite: string | null) => ({
  ...pressOf(t, name, toSite),
  pending: t("referrals.pending"),
  current: t("referrals.current"),
  discard: t("referrals.discard"),
});

function pressOf(t: StaffWords, name: Step["name"], toSite: string | null) {
  if (name === "draft") return { summary: t("referrals.draft.edit"), button: t("referrals.draft.save") };
  if (name === "send" && toSite)
    return { summary: t("handovers.send.summary"), button: t("handovers.send.button") };
  return { summary: t(`referrals.${name}.summary`), button: t(`referrals.${name}.button`) };
}

/** Until somebody has said yes or no. */
function consentSteps(t: StaffWords, locale: string, props: StepsProps): Step[] {
  const { referral, body, caseFile, hasMailbox, offered, today } = props;
  const { status, consent } = referral;
  const isDraft = status === "draft";
  const expiresOn = addDays(today, CONSENT_DAYS);
  const drafted = draftValues(body, offered);
  const ticks = Object.fromEntries(body.fields.map(({ field }) => [tickOf(field), "yes"]));
  return [
    {
      name: "draft",
      shown: isDraft,
      action: changeDraftAction,
      fields: draftFields(t, referral.toSite, drafted),
      values: drafted,
    },
    {
      name: "ask",
      shown: isDraft && hasMailbox,
      action: askConsentAction,
      fields: askFields(t),
      values: { expiresOn },
    },
    {
      name: "record",
      shown: isDraft || status === "consentRequested",
      action: recordConsentAction,
      fields: recordFields(t, { locale, asked: consent !== null, fields: body.fields }),
      values: {
        ...ticks,
        answer: "given",
        way: "inPerson",
        on: today,
        expiresOn,
        language: caseFile.language,
      },
    },
  ];
}

/** From the answer to the end. */
function laterSteps(t: StaffWords, { referral, today }: StepsProps): Step[] {
  const { status, toSite, consent } = referral;
  // Once another site has the case, only the yes itself is left to be taken back.
  const isOver = isTakenOver(referral) && consent?.status === "revoked";
  return [
    {
      name: "send",
      shown: status === "consented",
      action: markSentAction,
      fields: toSite ? handOverFields(t) : sendFields(t),
      values: { on: today, way: toSite ? "network" : "letter", answerDueOn: addDays(today, ANSWER_DAYS) },
    },
    {
      name: "answer",
      // Another site answers for itself.
      shown: !toSite && (status === "sent" || status === "noAnswer"),
      action: recordAnswerAction,
      fields: answerFields(t, status),
      values: { reply: "accepted", on: today },
    },
    {
      name: "appointment",
      shown: !toSite && WITH_APPOINTMENT.includes(status),
      action: appointmentAction,
      fields: appointmentFields(t),
      values: {},
    },
    {
      name: "finish",
      shown: mayGo(status, "done"),
      action: finishReferralAction,
      fields: finishFields(t),
      values: {},
    },
    {
      name: "revoke",
      shown: mayGo(status, "revoked") && !isOver,
      action: revokeConsentAction,
      fields: revokeFields(t),
      values: { way: status === "draft" ? "ours" : "inPerson", on: today },
    },
  ];
}
