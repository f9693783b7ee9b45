import type { FieldSpec } from "@/components/settings/form-spec";
import type { StaffWords } from "@/components/staff/wording";
import { cleanText } from "@/lib/http/clean";
import { textOf, tickOf } from "@/lib/referrals/schema";
import { type ReferralBody, SHARED_FIELDS, type SharedField, type SharedText } from "@/lib/referrals/types";

/** The form of a draft: who is told what for what. What the case says nothing about is folded away. */
export const draftFields = (
  t: StaffWords,
  toSite: string | null,
  values: Readonly<Record<string, string>>,
): FieldSpec[] => [
  {
    kind: "group",
    legend: t("referrals.draft.recipient"),
    fields: [
      // A site of the network is named as the network names it.
      ...(toSite ? [] : recipientFields(t)),
      {
        kind: "paragraph",
        name: "purpose",
        label: t("referrals.draft.purpose"),
        help: t("referrals.draft.purposeHelp"),
        rows: 2,
      },
    ],
  },
  {
    kind: "group",
    legend: t("referrals.draft.fields"),
    help: t("referrals.draft.fieldsHelp"),
    fields: SHARED_FIELDS.filter((field) => values[textOf(field)]).map((field) => shareField(t, field)),
  },
  {
    kind: "group",
    legend: t("referrals.draft.more"),
    folded: true,
    fields: SHARED_FIELDS.filter((field) => !values[textOf(field)]).map((field) => shareField(t, field)),
  },
];

const recipientFields = (t: StaffWords): FieldSpec[] => [
  { kind: "line", name: "recipientName", label: t("referrals.draft.recipientName"), wide: true },
  { kind: "paragraph", name: "recipientContact", label: t("referrals.draft.recipientContact"), rows: 3 },
];

/** Whether it is told, and in which words. */
function shareField(t: StaffWords, field: SharedField): FieldSpec {
  const name = t(`referrals.names.${field}`);
  return {
    kind: "share",
    tick: tickOf(field),
    tickLabel: t("referrals.draft.share", { field: name }),
    name: textOf(field),
    label: t("referrals.draft.text", { field: name }),
  };
}

type Offered = Partial<Record<SharedField, string>>;

/** What a stored draft says, in the form's own fields; where it says nothing, the case's words are offered. */
export function draftValues(
  {
    recipient,
    purpose,
    fields,
    unticked = [],
  }: Pick<ReferralBody, "recipient" | "purpose" | "fields" | "unticked">,
  offered: Offered,
): Record<string, string> {
  const texts = SHARED_FIELDS.flatMap((field): [string, string][] => {
    const of = (one: SharedText) => one.field === field;
    const shared = fields.find(of);
    return [
      [tickOf(field), shared ? "yes" : ""],
      [textOf(field), (shared ?? unticked.find(of))?.text ?? offered[field] ?? ""],
    ];
  });
  return {
    recipientName: recipient.name,
    recipientContact: recipient.contact,
    purpose,
    ...Object.fromEntries(texts),
  };
}

/** What somebody typed, without what the case offered and nobody ticked or changed: those are no words of theirs. */
export function ownValues(values: Record<string, string>, offered: Offered): Record<string, string> {
  const untouched = SHARED_FIELDS.filter(
    (field) =>
      values[tickOf(field)] !== "yes" &&
      values[textOf(field)]?.trim() === cleanText(offered[field] ?? "").trim(),
  ).map(textOf);
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !untouched.some((text) => text === name)),
  );
}
