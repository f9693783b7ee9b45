import type { FoldWords } from "@/components/record/fold-form";
import type { FieldSpec } from "@/components/settings/form-spec";
import type { StaffWords } from "@/components/staff/wording";
import type { Colleague } from "@/lib/cases/types";

/** When, and what about. */
export const followUpFields = (t: StaffWords): FieldSpec[] => [
  { kind: "line", name: "dueOn", label: t("followUps.dueOn"), type: "date", ltr: true },
  { kind: "paragraph", name: "text", label: t("followUps.text"), rows: 2 },
];

/** Whose list it shall stand on. Who left can be chosen no more. */
export const assigneeField = (t: StaffWords, colleagues: Colleague[], chosen: string): FieldSpec => ({
  kind: "choice",
  name: "assignee",
  label: t("followUps.assignee"),
  help: t("followUps.assigneeHelp"),
  options: colleagues
    .filter(({ active, accountId }) => active || accountId === chosen)
    .map(({ accountId, name }) => ({ value: accountId, label: name })),
});

export const foldWords = (t: StaffWords, summary: string): FoldWords => ({
  summary,
  button: t("followUps.save"),
  pending: t("followUps.saving"),
  current: t("followUps.current"),
  discard: t("followUps.discard"),
});
