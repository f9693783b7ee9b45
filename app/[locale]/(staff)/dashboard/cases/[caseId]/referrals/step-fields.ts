import { languageWords } from "@/components/cases/case-header";
import type { FieldSpec } from "@/components/settings/form-spec";
import type { StaffWords } from "@/components/staff/wording";
import { tickOf } from "@/lib/referrals/schema";
import {
  ANSWERS,
  type ConsentWay,
  RECORDED_WAYS,
  type ReferralStatus,
  SENT_WAYS,
  type SharedText,
} from "@/lib/referrals/types";
import { COUNSELLING_LANGUAGES } from "@/lib/vocabulary/types";

const day = (name: string, label: string): FieldSpec => ({
  kind: "line",
  name,
  label,
  type: "date",
  ltr: true,
});
const words = (name: string, label: string, help?: string): FieldSpec => ({
  ...{ kind: "paragraph", name, label, rows: 3 },
  ...(help ? { help } : {}),
});
const ways = (t: StaffWords, values: readonly (ConsentWay | "ours")[]) =>
  values.map((value) => ({ value, label: t(`referrals.way.${value}`) }));

export const askFields = (t: StaffWords): FieldSpec[] => [day("expiresOn", t("referrals.ask.expiresOn"))];

/** What a counsellor writes down of an answer; how long it holds is settled once the mailbox asks. */
export const recordFields = (
  t: StaffWords,
  { locale, asked, fields }: { locale: string; asked: boolean; fields: readonly SharedText[] },
): FieldSpec[] => [
  {
    kind: "choice",
    name: "answer",
    label: t("referrals.record.answer"),
    options: [
      { value: "given", label: t("referrals.record.given") },
      { value: "declined", label: t("referrals.record.declined") },
    ],
  },
  {
    kind: "group",
    legend: t("referrals.record.fields"),
    fields: fields.map(({ field }) => ({
      kind: "check",
      name: tickOf(field),
      label: t(`referrals.names.${field}`),
    })),
  },
  { kind: "choice", name: "way", label: t("referrals.record.way"), options: ways(t, RECORDED_WAYS) },
  day("on", t("referrals.record.on")),
  {
    kind: "choice",
    name: "language",
    label: t("referrals.record.language"),
    options: Object.keys(COUNSELLING_LANGUAGES).map((value) => ({
      value,
      label: languageWords(locale, value),
    })),
  },
  words("words", t("referrals.record.words"), t("referrals.record.wordsHelp")),
  ...(asked ? [] : askFields(t)),
];

export const revokeFields = (t: StaffWords): FieldSpec[] => [
  {
    kind: "choice",
    name: "way",
    label: t("referrals.record.way"),
    options: ways(t, [...RECORDED_WAYS, "ours"]),
  },
  day("on", t("referrals.record.on")),
  words("words", t("referrals.revoke.words"), t("referrals.revoke.help")),
];

export const sendFields = (t: StaffWords): FieldSpec[] => [
  day("on", t("referrals.send.on")),
  {
    kind: "choice",
    name: "way",
    label: t("referrals.send.way"),
    options: SENT_WAYS.filter((value) => value !== "network").map((value) => ({
      value,
      label: t(`referrals.send.ways.${value}`),
    })),
  },
  words("words", t("referrals.send.words")),
  day("answerDueOn", t("referrals.send.answerDueOn")),
];

/** To another site of the network there is one way. */
/** What goes to another site goes there at once, so nobody says when. */
export const handOverFields = (t: StaffWords): FieldSpec[] => [
  {
    kind: "choice",
    name: "way",
    label: t("referrals.send.way"),
    options: [{ value: "network", label: t("referrals.send.ways.network") }],
  },
  day("answerDueOn", t("referrals.send.answerDueOn")),
];

export const appointmentFields = (t: StaffWords): FieldSpec[] => [
  day("on", t("referrals.appointment.on")),
  words("words", t("referrals.appointment.words")),
];

export const answerFields = (t: StaffWords, status: ReferralStatus): FieldSpec[] => [
  {
    kind: "choice",
    name: "reply",
    label: t("referrals.answer.answer"),
    options: ANSWERS.filter((value) => value !== status).map((value) => ({
      value,
      label: t(`referrals.status.${value}`),
    })),
  },
  day("on", t("referrals.answer.on")),
  words("words", t("referrals.answer.words")),
];

export const finishFields = (t: StaffWords): FieldSpec[] => [words("result", t("referrals.finish.result"))];
