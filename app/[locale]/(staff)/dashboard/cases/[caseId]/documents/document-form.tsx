import { useTranslations } from "next-intl";
import type { FieldSpec } from "@/components/settings/form-spec";
import { SettingsForm } from "@/components/settings/settings-form";
import { LETTER_FIELDS } from "@/lib/documents/types";
import { saveDocumentAction } from "./actions";

type FormProps = {
  caseId: string;
  documentId: string;
  /** 0 for a letter that was not saved yet. */
  version: number;
  title: string;
  text: string;
};

/** A letter being written. */
export function DocumentForm({ caseId, documentId, version, title, text }: FormProps) {
  const t = useTranslations("staff.documents");
  const fields: FieldSpec[] = [
    { kind: "line", name: "title", label: t("name"), wide: true },
    {
      kind: "paragraph",
      name: "text",
      label: t("text"),
      help: t("fieldsHelp", { fields: LETTER_FIELDS.map((field) => `{${field}}`).join(" ") }),
      rows: 24,
    },
  ];
  return (
    <SettingsForm
      id="document"
      action={saveDocumentAction}
      hidden={{ caseId, documentId }}
      seen={String(version)}
      fields={fields}
      values={{ title, text }}
      words={{ button: t("save"), pending: t("saving"), current: t("current") }}
    />
  );
}
