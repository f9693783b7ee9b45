import type { FieldSpec } from "@/components/settings/form-spec";
import type { StaffWords } from "@/components/staff/wording";
import { textOf, tickOf } from "@/lib/referrals/schema";
import { type ReferralBody, SHARED_FIELDS, type SharedField } from "@/lib/referrals/types";

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

/** What a stored draft says, in the form's own fields; what it does not tell is offered from the case. */
export function draftValues(
  { recipient, purpose, fields }: Pick<ReferralBody, "recipient" | "purpose" | "fields">,
  offered: Partial<Record<SharedField, string>>,
): Record<string, string> {
  const texts = SHARED_FIELDS.flatMap((field): [string, string][] => {
    const shared = fields.find((one) => one.field === field);
    return [
      [tickOf(field), shared ? "yes" : ""],
      [textOf(field), shared?.text ?? offered[field] ?? ""],
    ];
  });
  return {
    recipientName: recipient.name,
    recipientContact: recipient.contact,
    purpose,
    ...Object.fromEntries(texts),
  };
}
